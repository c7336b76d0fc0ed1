package intake

import "expunge/petition"

// Codes lists the codes that reading gives beside those of [petition.Codes], in
// alphabetical order.
func Codes() []petition.Meaning {
	return []petition.Meaning{
		{Code: PossibleDuplicate, Means: "two cases of a clients file have the same name and birth date", Mend: "give their rows one case id if they are one person; nothing needs mending if they are not"},
		{Code: "case.missing", Means: "a row of a clients file has no case id", Mend: "write the id on every row of the case; remove a row of totals"},
		{Code: "case.returns", Means: "the rows of a case do not follow one another", Mend: "sort the file by case"},
		{Code: "case.rows", Means: "a case of a clients file has too many rows", Mend: "check the case ids"},
		{Code: "case.size", Means: "the rows of a case of a clients file are too long together", Mend: "check the case ids, and that it is the right file"},
		{Code: "cell.date", Means: "a cell holds a day where a section, a number or a word belongs", Mend: "type it again in a column formatted as text: a spreadsheet makes a day of 9-23-23"},
		{Code: "cell.error", Means: "a cell holds an error, a formula in the place of its result, or what cannot be read as the sheet shows it", Mend: "mend the formula, or type the value in a column formatted as text"},
		{Code: "cell.long", Means: "a cell holds more text than any field takes", Mend: "shorten it"},
		{Code: "header.ambiguous", Means: "a header could mean more than one field", Mend: "write whose field it is, as in \"County (court)\""},
		{Code: "header.duplicate", Means: "two columns are for the same fact, and a row fills both in different ways", Mend: "fill or keep one of the two, or number the charges"},
		{Code: "header.none", Means: "a clients file does not begin with headers", Mend: "put the headers into the first row"},
		{Code: "header.unknown", Means: "no field has this header", Mend: "check the spelling, or map it under columns: in expunge.yaml"},
		{Code: "key.duplicate", Means: "a field is given twice", Mend: "keep one of the two"},
		{Code: "key.shape", Means: "a value stands where keys belong, or a list where a single value does", Mend: "write it as \"expunge template case\" shows it"},
		{Code: "key.unknown", Means: "no field has this name here", Mend: "check the spelling and what it is set in under"},
		{Code: "list.long", Means: "a list has more entries than a case can have", Mend: "leave out what the papers do not need"},
		{Code: "problems.more", Means: "a case has more problems than are told", Mend: "mend those that are told, and check again"},
		{Code: "row.conflict", Means: "two rows of one case say different things of the person", Mend: "make the two cells the same, or leave the later one empty"},
		{Code: "row.encoding", Means: "a row is not written in the encoding of its file", Mend: "save the whole file again as CSV UTF-8"},
		{Code: "row.long", Means: "a row has a cell under no header", Mend: "put text that holds a comma in quotes, give the column a header, or remove the cell"},
		{Code: "row.quote", Means: "a cell in quotes does not end as it should", Mend: "close the quotes, and write a quote inside quotes twice"},
		{Code: "row.size", Means: "a row of a clients file is longer than any should be", Mend: "check that it is the right file"},
		{Code: "table.blank", Means: "a clients file has more empty rows one after another than a spreadsheet can hold", Mend: "check that it is the right file, or remove the empty rows"},
		{Code: "table.columns", Means: "a clients file has too many columns", Mend: "remove the columns that are not needed"},
		{Code: "table.empty", Means: "a clients file has no case", Mend: "write one row for each charge under the headers; rows whose case begins EXAMPLE- are skipped"},
		{Code: "table.kind", Means: "a file is neither CSV nor an Excel workbook (.xlsx)", Mend: "save it as one of the two"},
		{Code: "table.size", Means: "a workbook is too large, or a clients file has more rows than can be read as a whole", Mend: "save a workbook as CSV; remove what is not needed, or divide the file; expunge screen reads CSV of any size"},
		{Code: "table.workbook", Means: "a workbook cannot be read", Mend: "open it in a spreadsheet program and save it again"},
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
