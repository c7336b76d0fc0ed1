package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
)

// mutant is a file with one change.
type mutant struct {
	file   string
	line   int
	change string
	source []byte
}

// String returns the place of the change and what it is.
func (m mutant) String() string { return fmt.Sprintf("%s:%d: %s", m.file, m.line, m.change) }

// edit replaces a stretch of the source by another text.
type edit struct {
	from, to token.Pos
	text     string
	change   string
}

// mutate lists every mutant of a file.
func mutate(file string) ([]mutant, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	text := func(n ast.Node) string {
		return string(source[set.Position(n.Pos()).Offset:set.Position(n.End()).Offset])
	}
	var out []mutant
	ast.Inspect(tree, func(n ast.Node) bool {
		for _, e := range editsOf(n, text) {
			from, to := set.Position(e.from), set.Position(e.to)
			changed := append(append(append([]byte(nil), source[:from.Offset]...), e.text...), source[to.Offset:]...)
			out = append(out, mutant{file, from.Line, e.change, changed})
		}
		return true
	})
	return out, nil
}

// editsOf lists the changes a node of the tree can suffer.
func editsOf(n ast.Node, text func(ast.Node) string) []edit {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		return binary(n, text)
	case *ast.IfStmt:
		return []edit{negate(n.Cond, text)}
	case *ast.CaseClause:
		return clause(n, text)
	case *ast.CallExpr:
		return call(n, text)
	case *ast.CompositeLit:
		return append(field(n, text), shorter(n.Elts, text)...)
	case *ast.ValueSpec:
		return constant(n, text)
	default:
		return nil
	}
}

// flipped are the comparisons that stand for one another: the boundary is shifted, or the
// side is changed.
var flipped = map[token.Token][]string{
	token.LSS: {"<=", ">="}, token.LEQ: {"<", ">"}, token.GTR: {">=", "<="}, token.GEQ: {">", "<"},
	token.EQL: {"!="}, token.NEQ: {"=="}, token.LAND: {"||"}, token.LOR: {"&&"},
}

// binary flips a comparison or a connective, and drops either arm of a connective.
func binary(n *ast.BinaryExpr, text func(ast.Node) string) []edit {
	var out []edit
	for _, op := range flipped[n.Op] {
		out = append(out, edit{n.OpPos, n.OpPos + token.Pos(len(n.Op.String())), op, fmt.Sprintf("%s becomes %s in: %s", n.Op, op, text(n))})
	}
	if n.Op == token.LAND || n.Op == token.LOR {
		out = append(out,
			edit{n.Pos(), n.End(), text(n.Y), fmt.Sprintf("dropped %s in: %s", text(n.X), text(n))},
			edit{n.Pos(), n.End(), text(n.X), fmt.Sprintf("dropped %s in: %s", text(n.Y), text(n))})
	}
	return out
}

func negate(cond ast.Expr, text func(ast.Node) string) edit {
	return edit{cond.Pos(), cond.End(), "!(" + text(cond) + ")", "negated: " + text(cond)}
}

// clause negates the condition of a case, or takes the case away, when the cases are
// conditions or words; one of several words is dropped.
func clause(n *ast.CaseClause, text func(ast.Node) string) []edit {
	var out []edit
	for i, e := range n.List {
		if isCondition(e) {
			out = append(out, negate(e, text), edit{e.Pos(), e.End(), "false && (" + text(e) + ")", "the case never comes: " + text(e)})
		}
		if len(n.List) > 1 && i > 0 {
			out = append(out, edit{n.List[i-1].End(), e.End(), "", "dropped " + text(e) + " from: case " + text(n.List[0]) + ", ..."})
		}
	}
	return out
}

// isCondition reports whether an expression is plainly true or false: a comparison, a
// connective, a negation, or a call or name by itself that a switch without a tag has.
func isCondition(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return len(flipped[e.Op]) > 0
	case *ast.UnaryExpr:
		return e.Op == token.NOT
	case *ast.CallExpr:
		return true
	default:
		return false
	}
}

// swapped are the answers that stand for one another.
var swapped = map[string]string{"yes": "no", "no": "yes", "missing": "yes", "doubtful": "yes", "notYet": "yes"}

// call swaps an answer, shifts a day by one, and turns before and after.
func call(n *ast.CallExpr, text func(ast.Node) string) []edit {
	switch f := n.Fun.(type) {
	case *ast.Ident:
		if f.Name == "code" {
			return shorter(n.Args, text)
		}
		return answer(f, n, text)
	case *ast.SelectorExpr:
		switch f.Sel.Name {
		case "AddDays", "AddYears", "AddMonths", "NewDate":
			return shift(n, text)
		case "Before", "After":
			turned := map[string]string{"Before": "After", "After": "Before"}[f.Sel.Name]
			return []edit{
				{f.Sel.Pos(), f.Sel.End(), turned, f.Sel.Name + " becomes " + turned + " in: " + text(n)},
				{n.Lparen + 1, n.Rparen, text(n.Args[0]) + ".AddDays(1)", "a day later in: " + text(n)},
			}
		}
	}
	return nil
}

// answer swaps the answer of a reading. A no and a not yet are both bars, so each is
// also put in the place of the other.
func answer(f *ast.Ident, n *ast.CallExpr, text func(ast.Node) string) []edit {
	other, ok := swapped[f.Name]
	if !ok || len(n.Args) == 0 {
		return nil
	}
	why := n.Args[0]
	if f.Name == "notYet" {
		if len(n.Args) < 2 {
			return nil
		}
		why = n.Args[1]
	}
	out := []edit{{n.Pos(), n.End(), other + "(" + text(why) + ")", f.Name + " becomes " + other + ": " + text(n)}}
	if f.Name == "notYet" || f.Name == "doubtful" || f.Name == "missing" {
		out = append(out, edit{n.Pos(), n.End(), "no(" + text(why) + ")", f.Name + " becomes no: " + text(n)})
	}
	return out
}

// shift moves the last number of a call by one.
func shift(n *ast.CallExpr, text func(ast.Node) string) []edit {
	if len(n.Args) == 0 {
		return nil
	}
	last := n.Args[len(n.Args)-1]
	return []edit{{last.Pos(), last.End(), text(last) + " + 1", "one more in: " + text(n)}}
}

// shorter drops one text of a list: a section, or a word.
func shorter(list []ast.Expr, text func(ast.Node) string) []edit {
	var out []edit
	for i, e := range list {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING || len(list) < 2 {
			continue
		}
		cut := edit{from: e.Pos(), to: e.End(), change: "dropped from a list: " + text(e)}
		if i > 0 {
			cut.from = list[i-1].End()
		} else {
			cut.to = list[1].Pos()
		}
		out = append(out, cut)
	}
	return out
}

// constant shifts a number that has a name.
func constant(n *ast.ValueSpec, text func(ast.Node) string) []edit {
	var out []edit
	for _, v := range n.Values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.INT {
			out = append(out, edit{lit.Pos(), lit.End(), lit.Value + " + 1", "one more in: " + text(n)})
		}
	}
	return out
}

// field shifts the number of a field written by name, such as the years of a wait.
func field(n *ast.CompositeLit, text func(ast.Node) string) []edit {
	var out []edit
	for _, e := range n.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if lit, ok := kv.Value.(*ast.BasicLit); ok && lit.Kind == token.INT {
			if v, err := strconv.Atoi(lit.Value); err == nil {
				out = append(out, edit{lit.Pos(), lit.End(), strconv.Itoa(v + 1), "one more in: " + text(kv)})
			}
		}
	}
	return out
}
