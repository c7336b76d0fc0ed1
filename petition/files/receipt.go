package files

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
)

// ReceiptName is the file in which a folder lists what a run made.
const ReceiptName = "receipt.json"

// receipt is the part of a receipt that tells which files are ours.
type receipt struct {
	Schema string `json:"schema"`
	AsOf   string `json:"as_of"`
	Files  []struct {
		Name   string `json:"name"`
		SHA256 string `json:"sha256"`
	} `json:"files"`
}

// Digest returns the SHA-256 digest of bytes, in hexadecimal.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// standing returns the receipt that stands in dir, or none when there is no receipt of
// ours.
func standing(dir string) receipt {
	var r receipt
	raw, err := os.ReadFile(filepath.Join(dir, ReceiptName))
	if err != nil || json.Unmarshal(raw, &r) != nil || !strings.HasPrefix(r.Schema, "expunge/receipt/") {
		return receipt{}
	}
	return r
}

// sameButInput reports whether the receipt that stands in dir differs from a new one in
// the digest of the input alone.
func sameButInput(dir string, fresh []byte) bool {
	raw, err := os.ReadFile(filepath.Join(dir, ReceiptName))
	var have, want map[string]any
	if err != nil || json.Unmarshal(raw, &have) != nil || json.Unmarshal(fresh, &want) != nil {
		return false
	}
	for _, r := range []map[string]any{have, want} {
		if _, ok := r["input_sha256"]; !ok {
			return false
		}
		delete(r, "input_sha256")
	}
	return reflect.DeepEqual(have, want)
}

// leftovers lists the files that the receipt in dir says an older run made and that
// this run does not make. One that was changed since is somebody's work and is kept.
func leftovers(dir string, list []File) []Entry {
	old := standing(dir)
	now := map[string]bool{ReceiptName: true}
	for _, f := range list {
		now[f.Name] = true
	}
	var out []Entry
	for _, f := range old.Files {
		if now[f.Name] || !plain(f.Name) {
			continue
		}
		now[f.Name] = true
		path := filepath.Join(dir, f.Name)
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		state := Kept
		if have, err := os.ReadFile(path); err == nil && Digest(have) == f.SHA256 {
			state = Removed
		}
		out = append(out, Entry{f.Name, state})
	}
	return out
}
