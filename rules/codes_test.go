package rules

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// emitted lists the caution codes that the package's source gives: the first text of a
// Caution, and the code handed to the function that adds one.
func emitted(t *testing.T) []string {
	t.Helper()
	code := regexp.MustCompile(`^[a-z]+\.[a-z0-9-]+$`)
	var out []string
	keep := func(x ast.Expr) {
		lit, ok := x.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return
		}
		text, err := strconv.Unquote(lit.Value)
		if err == nil && code.MatchString(text) && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	for _, f := range sources(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				if id, ok := n.Type.(*ast.Ident); ok && id.Name == "Caution" && len(n.Elts) > 0 {
					if pair, ok := n.Elts[0].(*ast.KeyValueExpr); ok {
						keep(pair.Value)
					} else {
						keep(n.Elts[0])
					}
				}
			case *ast.CallExpr:
				if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "add" && len(n.Args) > 1 {
					keep(n.Args[1])
				}
			}
			return true
		})
	}
	return out
}

func TestEveryCautionIsExplained(t *testing.T) {
	given := emitted(t)
	var explained []string
	for _, c := range CautionCodes() {
		explained = append(explained, c.Code)
		if c.Means == "" || c.Do == "" || strings.HasSuffix(c.Means, ".") || strings.HasSuffix(c.Do, ".") {
			t.Errorf("%+v", c)
		}
		if !slices.Contains(given, c.Code) {
			t.Errorf("%s is explained, and nothing gives it", c.Code)
		}
	}
	for _, code := range given {
		if !slices.Contains(explained, code) {
			t.Errorf("%s is given, and nothing explains it", code)
		}
	}
	if !slices.IsSorted(explained) || len(slices.Compact(explained)) != len(CautionCodes()) || len(given) < 20 {
		t.Errorf("not in order, or given twice: %v", explained)
	}
}

func TestEveryStatusIsExplained(t *testing.T) {
	var got []Status
	for _, c := range StatusCodes() {
		got = append(got, Status(c.Code))
		if c.Means == "" || c.Do == "" || Status(c.Code).Words() == Status("").Words() {
			t.Errorf("%+v", c)
		}
	}
	if want := []Status{Eligible, Incomplete, NotYet, Review, Ineligible}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
