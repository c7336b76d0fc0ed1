package batch

import (
	"bytes"
	"path/filepath"
	"strings"

	"expunge/petition/files"
	"expunge/petition/intake"
)

// block is the least that file systems lose at once.
const block = 512

// torn reports whether a file can be what a machine that lost power left of f: nothing, a
// beginning of whole blocks, or parts that are zeros. Nobody's work is in such a file. A
// beginning that ends within a block is what somebody leaves who takes away the end of a text.
// Of a file that is encrypted, which comes out otherwise each time, a beginning cannot be told
// from a file of somebody else, and is not called torn.
func torn(have []byte, f files.File) bool {
	if allZero(have) {
		return true
	}
	if len(have) > len(f.Bytes) || bytes.Equal(have, f.Bytes) {
		return false
	}
	sealed := strings.HasSuffix(f.Name, files.SealedEnding)
	holes := false
	for at := 0; at < len(have); at += block {
		end := min(at+block, len(have))
		switch zeros := allZero(have[at:end]); {
		case sealed && zeros && end-at == block:
			return true
		case !sealed && !zeros && !bytes.Equal(have[at:end], f.Bytes[at:end]):
			return false
		default:
			holes = holes || zeros
		}
	}
	return !sealed && (holes || len(have)%block == 0)
}

func allZero(b []byte) bool { return len(bytes.Trim(b, "\x00")) == 0 }

// tornIn is [torn] of the file that stands in a folder. One that cannot be read, or is much
// longer than what was written, is not torn.
func tornIn(dir string, f files.File) bool {
	have, err := files.ReadPlain(filepath.Join(dir, f.Name), int64(len(f.Bytes))+files.MostReceipt)
	return err == nil && torn(have, f)
}

// lost reports whether a file of a packet that differs is what the machine left of it, and
// not what someone made of it. To tell, the packet is built anew. An encrypted file that is
// shorter than a new one counts, too: it is kept aside.
func (r *run) lost(record intake.Record, e *Entry, before earlier) bool {
	p, err := r.build(record, e, r.o.Formats)
	if err != nil {
		return false
	}
	dir := filepath.Join(r.dir, e.Case)
	wrote := map[string]string{}
	for _, s := range before.Files {
		wrote[s.Name] = s.SHA256
	}
	for _, f := range p.Plain() {
		have, err := files.ReadPlain(filepath.Join(dir, f.Name), int64(len(f.Bytes))+files.MostReceipt)
		if err != nil || files.Digest(have) == wrote[f.Name] {
			continue
		}
		if torn(have, f) || strings.HasSuffix(f.Name, files.SealedEnding) && len(have) < len(f.Bytes) {
			return true
		}
	}
	return false
}
