package intake

import "expunge/petition"

// Codes lists the codes that reading gives beside those of [petition.Codes], in
// alphabetical order.
func Codes() []petition.Meaning {
	return []petition.Meaning{
		{Code: "key.duplicate", Means: "a field is given twice", Mend: "keep one of the two"},
		{Code: "key.shape", Means: "a value stands where keys belong, or a list where a single value does", Mend: "write it as \"expunge template case\" shows it"},
		{Code: "key.unknown", Means: "no field has this name here", Mend: "check the spelling and what it is set in under"},
		{Code: "list.long", Means: "a list has more entries than a case can have", Mend: "leave out what the papers do not need"},
		{Code: "text.control", Means: "a text holds a character that cannot be printed", Mend: "type the text again instead of pasting it"},
		{Code: "value.unreadable", Means: "a value cannot be read", Mend: "compare it with \"expunge template case\""},
		{Code: "yaml.alias", Means: "a value begins with * and would repeat another", Mend: "write the value itself, or put the text in quotes"},
		{Code: "yaml.anchor", Means: "a value begins with & and would be named for repetition", Mend: "remove the anchor, or put the text in quotes"},
		{Code: "yaml.depth", Means: "values are nested too deep", Mend: "check the brackets and the indentation"},
		{Code: "yaml.documents", Means: "a file holds more than one document", Mend: "keep one case in a file"},
		{Code: "yaml.encoding", Means: "a file is not written in UTF-8", Mend: "save it again as UTF-8"},
		{Code: "yaml.merge", Means: "a key << would merge another mapping", Mend: "write the values themselves"},
		{Code: "yaml.nodes", Means: "a file holds too many values", Mend: "keep one case in a file"},
		{Code: "yaml.size", Means: "a file is larger than 1 MiB", Mend: "check that it is the right file"},
		{Code: "yaml.syntax", Means: "a file is not well-formed", Mend: "look at the line named; text with special characters needs quotes"},
		{Code: "yaml.tag", Means: "a value begins with ! and would change its type", Mend: "remove the tag, or put the text in quotes"},
	}
}
