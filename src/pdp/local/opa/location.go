package main

import (
	"bytes"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// exprLocation is where an expression stands. OPA gives the only one of an `else if` the place of the whole branch.
func exprLocation(expr *ast.Expr) *ast.Location {
	if !isBranch(expr.Location) {
		return expr.Location
	}
	text := expr.String()
	if written, err := format.Ast(expr); err == nil {
		text = strings.TrimSpace(string(written))
	}
	return narrowed(expr.Location, text)
}

// termLocation is where a reference or a variable stands; its text is what OPA writes for it, where the file is no help.
func termLocation(term *ast.Term) *ast.Location {
	if term.Location == nil || !isBranch(term.Location) {
		return term.Location
	}
	return narrowed(term.Location, term.String())
}

func isBranch(loc *ast.Location) bool {
	if loc == nil {
		return false
	}
	rest, is := bytes.CutPrefix(loc.Text, []byte("else"))
	return is && (len(rest) == 0 || !isWord(rest[0]))
}

// narrowed finds a text inside a longer one; where it is written otherwise there, it has the place of the whole.
func narrowed(loc *ast.Location, text string) *ast.Location {
	inner := *loc
	inner.Text = []byte(text)
	at := bytes.Index(loc.Text, inner.Text)
	if at < 0 {
		return &inner
	}
	before := loc.Text[:at]
	inner.Offset += at
	inner.Row += bytes.Count(before, []byte("\n"))
	if line := bytes.LastIndexByte(before, '\n'); line >= 0 {
		inner.Col = 1 + len([]rune(string(before[line+1:])))
	} else {
		inner.Col += len([]rune(string(before)))
	}
	return &inner
}

// oneLine is the text of the file without its line breaks, or the other text where there is none.
func oneLine(loc *ast.Location, otherwise string) string {
	if loc == nil || len(loc.Text) == 0 {
		return otherwise
	}
	return strings.Join(strings.Fields(string(loc.Text)), " ")
}
