package packet

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"expunge/forms"
	"expunge/petition/files"
	"expunge/rules"
)

// Encryption is what a receipt says of the confidential files of a packet when they are
// encrypted. The receipt has the digest of the encrypted bytes, which tells nothing of what
// they hold: a digest of the sheet itself would let anyone who has the other papers try
// birth dates and numbers until one fits. The digest of the input is that of the file as it
// stands, so that of an encrypted case file tells nothing either.
type Encryption struct {
	Recipients int    `json:"recipients"`      // 0 for a passphrase
	Settings   string `json:"settings_sha256"` // of all beside the case that shapes the file
}

// Standing returns the encrypted file that stands already and holds the same, or nil.
type Standing func(name string, plain []byte, e Encryption) []byte

// seal encrypts the confidential files, under their name with .age after it. One that
// stands already and holds the same is taken as it is.
func (p *Packet) seal(o Options) error {
	if o.Lock == nil {
		return nil
	}
	e := Encryption{len(o.Lock.Recipients()), o.sealedSettings()}
	for i, f := range p.Files {
		if !IsConfidential(f.Name) {
			continue
		}
		p.Encryption = &e
		name := f.Name + files.SealedEnding
		var sealed []byte
		if o.Standing != nil {
			sealed = o.Standing(name, f.Bytes, e)
		}
		if sealed == nil {
			var err error
			if sealed, err = o.Lock.Seal(f.Bytes); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		p.Files[i].File = files.File{Name: name, Bytes: sealed}
	}
	return nil
}

// IsConfidential reports whether a file of a packet holds the confidential sheet, be it
// encrypted or not.
func IsConfidential(name string) bool { return strings.HasPrefix(name, "confidential.") }

// sealedSettings is a digest of what beside the case shapes a confidential file and says
// who can open it. Nothing of a person is in it.
func (o Options) sealedSettings() string {
	formats := slices.Clone(o.Formats)
	slices.Sort(formats)
	text, _ := json.Marshal(struct { // plain values cannot fail
		Held       []string
		Office     forms.Office
		Formats    []Format
		Only       []string
		Binding    Binding
		Recipients []string
	}{o.Held, o.Office, formats, o.Only, o.Binding, o.Lock.Recipients()})
	return files.Digest(text)
}

// KeptSealed is a [Standing] over the files of an earlier packet. Where the keys open a
// file, it is the same when it holds the same. Where nobody here can open it, it is the
// same when all it was made from is: the input by its digest, the day, the law, the
// program, the settings and the recipients.
func KeptSealed(before Receipt, read func(name string) ([]byte, error), keys *files.Keys, o Options) Standing {
	return func(name string, plain []byte, e Encryption) []byte {
		have, err := read(name)
		if err != nil || before.Encryption == nil || before.Encryption.Settings != e.Settings || !before.lists(name, have) {
			return nil
		}
		if keys != nil {
			if opened, err := keys.Open(have); err == nil {
				return same(have, string(opened) == string(plain))
			}
		}
		return same(have, e.Recipients > 0 && o.InputDigest != "" && before.InputSHA256 == o.InputDigest &&
			before.AsOf == o.AsOf.String() && before.LawEdition == rules.Edition && before.Program == o.Program)
	}
}

func same(have []byte, is bool) []byte {
	if is {
		return have
	}
	return nil
}

// lists reports whether the receipt has a file with these bytes.
func (r Receipt) lists(name string, b []byte) bool {
	return slices.Contains(r.Files, files.Sum{Name: name, SHA256: files.Digest(b)})
}
