package files

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// ReceiptName is the file in which a folder lists what a run made.
const ReceiptName = "receipt.json"

// receipt is the part of a receipt that tells which files are ours.
type receipt struct {
	Schema string `json:"schema"`
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

// leftovers lists the files that the receipt in dir says an older run made and that
// this run does not make. One that was changed since is somebody's work and is kept.
func leftovers(dir string, list []File) []Entry {
	raw, err := os.ReadFile(filepath.Join(dir, ReceiptName))
	if err != nil {
		return nil
	}
	var old receipt
	if json.Unmarshal(raw, &old) != nil || !strings.HasPrefix(old.Schema, "expunge/receipt/") {
		return nil
	}
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
