package packet

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"filippo.io/age"

	"expunge/petition/files"
)

func lockOf(t *testing.T) (*files.Lock, *files.Keys) {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	l, err := files.NewLock([]string{id.Recipient().String()})
	if err != nil {
		t.Fatal(err)
	}
	k := &files.Keys{}
	if err := k.Add([]byte(id.String())); err != nil {
		t.Fatal(err)
	}
	return l, k
}

func named(p Packet, name string) []byte {
	for _, f := range p.Files {
		if f.Name == name {
			return f.Bytes
		}
	}
	return nil
}

func TestEveryConfidentialFileIsEncryptedAndNoOther(t *testing.T) {
	c, o := dismissed(1), options()
	o.Formats = []Format{PDF, DOCX, Markdown}
	plain := build(t, c, o)
	var keys *files.Keys
	o.Lock, keys = lockOf(t)
	sealed := build(t, c, o)
	if len(plain.Files) != len(sealed.Files) {
		t.Fatalf("%d files and %d files", len(plain.Files), len(sealed.Files))
	}
	n := 0
	for i, f := range sealed.Files[:len(sealed.Files)-1] {
		was := plain.Files[i]
		if !IsConfidential(was.Name) {
			if f.Name != was.Name || !bytes.Equal(f.Bytes, was.Bytes) {
				t.Errorf("%s became %s, or changed", was.Name, f.Name)
			}
			continue
		}
		n++
		opened, err := keys.Open(f.Bytes)
		if f.Name != was.Name+".age" || err != nil || !bytes.Equal(opened, was.Bytes) || f.Pages != was.Pages {
			t.Errorf("%s: %s %v", was.Name, f.Name, err)
		}
	}
	if n != 2 {
		t.Errorf("%d files were encrypted, want confidential.pdf and confidential.md", n)
	}
	receipt := named(sealed, files.ReceiptName)
	for _, f := range plain.Files {
		if IsConfidential(f.Name) && bytes.Contains(receipt, []byte(files.Digest(f.Bytes))) {
			t.Errorf("the receipt has the digest of the plain %s", f.Name)
		}
	}
	if !bytes.Contains(receipt, []byte(files.Digest(named(sealed, "confidential.pdf.age")))) {
		t.Error("the receipt lacks the digest of the encrypted file")
	}
	if strings.Contains(string(named(plain, files.ReceiptName)), "encryption") {
		t.Error("a plain packet speaks of encryption")
	}
}

func TestAnEncryptedFileThatHoldsTheSameIsKept(t *testing.T) {
	c, o := dismissed(1), options()
	o.InputDigest = files.Digest([]byte("the case file"))
	var keys *files.Keys
	o.Lock, keys = lockOf(t)
	before := build(t, c, o)
	receipt, err := ReadReceipt(named(before, files.ReceiptName))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) ([]byte, error) {
		if b := named(before, name); b != nil {
			return b, nil
		}
		return nil, errors.New("absent")
	}
	const name = "confidential.pdf.age"
	kept := func(change func(o *Options), ssn string, with *files.Keys) bool {
		c, o := c, o
		if ssn != "" {
			c.Petitioner.SSN = ssn
		}
		if change != nil {
			change(&o)
		}
		o.Standing = KeptSealed(receipt, read, with, o)
		return bytes.Equal(named(build(t, c, o), name), named(before, name))
	}
	other, _ := lockOf(t)
	for _, x := range []struct {
		what   string
		change func(o *Options)
		ssn    string
		with   *files.Keys
		want   bool
	}{
		{"nothing, nobody can open it", nil, "", nil, true},
		{"nothing, with the key", nil, "", keys, true},
		{"another input of the same facts, with the key", func(o *Options) { o.InputDigest = "x" }, "", keys, true},
		{"another input, nobody can open it", func(o *Options) { o.InputDigest = "x" }, "", nil, false},
		{"an input that is not known", func(o *Options) { o.InputDigest = "" }, "", nil, false},
		{"another number, with the key", nil, "900-98-7654", keys, false},
		{"another recipient", func(o *Options) { o.Lock = other }, "", keys, false},
		{"another clinic", func(o *Options) { o.Office.Clinic.Name = "Other" }, "", nil, false},
		{"another program", func(o *Options) { o.Program = "expunge 9" }, "", nil, false},
	} {
		if got := kept(x.change, x.ssn, x.with); got != x.want {
			t.Errorf("%s: kept %v", x.what, got)
		}
	}
	receipt.Files = nil
	if kept(nil, "", keys) {
		t.Error("a file that the receipt does not list was kept")
	}
}
