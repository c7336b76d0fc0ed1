package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"expunge/forms/pdf"
)

// besideSettings is where a logo named in a settings file is: a name that is not written
// out in full starts from the folder of that file, so that the two can travel together.
// One named in the environment starts from the working folder.
func besideSettings(settings string, value any) any {
	name, ok := value.(string)
	if !ok || name == "" || filepath.IsAbs(name) || name[0] == '~' {
		return value
	}
	return filepath.Join(filepath.Dir(settings), name)
}

// logo reads the picture for the sheets and makes it fit. from is the setting that names
// it; no name is no logo.
func (a *app) logo(name, from string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	name, err := a.expand(name, from)
	if err != nil {
		return nil, err
	}
	path := a.streams.path(name)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage("check the name; one in a settings file starts from the folder of that file", "%s: there is no file %s", from, printable(name))
	case err != nil:
		return nil, machine(err, from)
	case !info.Mode().IsRegular():
		return nil, usage("name a PNG or JPEG file", "%s: %s is not a plain file", from, printable(name))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, machine(err, from)
	}
	file, err := io.ReadAll(io.LimitReader(f, pdf.LogoMostBytes+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, machine(err, from)
	}
	fitted, err := pdf.FitLogo(file)
	if err != nil {
		return nil, usage(logoHint(err), "%s: %s cannot be the logo: %v", from, printable(name), err)
	}
	return fitted, nil
}

// logoHint says what to do about a picture that cannot be a logo.
func logoHint(err error) string {
	switch {
	case errors.Is(err, pdf.ErrLogoFormat):
		return "save the logo as PNG or JPEG; no other kind of picture is drawn"
	case errors.Is(err, pdf.ErrLogoScans):
		return "save it again as PNG, or as a JPEG that is not progressive"
	case errors.Is(err, pdf.ErrLogoBroken):
		return "save it again with the program it was made in"
	default:
		return "make it smaller; it is printed at most 1.2 inches wide, and 720 pixels are plenty"
	}
}
