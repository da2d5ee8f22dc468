package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// An analyzedRule is one body; each `else` is one of its own.
type analyzedRule struct {
	span
	Package         string   `json:"package"`
	Name            string   `json:"name"`
	Kind            string   `json:"kind"`
	IsDefault       bool     `json:"isDefault"`
	IsElse          bool     `json:"isElse"`
	ElseOf          *int     `json:"elseOf,omitempty"`
	Args            []string `json:"args"`
	Key             string   `json:"key,omitempty"`
	Body            []string `json:"body"`
	SortedBody      []string `json:"sortedBody"`
	Value           string   `json:"value"`
	ValueIsConstant bool     `json:"valueIsConstant"`
	AlwaysTrue      bool     `json:"alwaysTrue"`
	HasVariables    bool     `json:"hasVariables"`
}

// nameOf is what a rule is called within its package: `allowed`, or `a.b`.
func nameOf(rule *ast.Rule) string { return rule.Head.Ref().GroundPrefix().String() }

// bodies lists the rules of a file as they are written.
func (a *analyzer) bodies(mod *ast.Module) {
	for _, rule := range mod.Rules {
		if isTest(nameOf(rule)) {
			continue
		}
		var before *int
		for r := rule; r != nil; r = r.Else {
			found := bodyOf(r, slashes(mod.Package.Path))
			found.IsElse, found.ElseOf = before != nil, before
			at := len(a.out.Rules)
			before = &at
			a.out.Rules = append(a.out.Rules, found)
		}
	}
}

func bodyOf(rule *ast.Rule, pkg string) analyzedRule {
	head := rule.Head
	out := analyzedRule{
		span: spanOf(rule.Location), Package: pkg, Name: nameOf(rule), IsDefault: rule.Default,
		Args: []string{}, Body: []string{}, SortedBody: []string{}, Value: "true", ValueIsConstant: true, AlwaysTrue: true,
	}
	switch {
	case len(head.Args) > 0:
		out.Kind = "function"
		for _, arg := range head.Args {
			out.Args = append(out.Args, arg.String())
		}
	case head.DocKind() == ast.PartialSetDoc:
		out.Kind = "set"
	case head.DocKind() == ast.PartialObjectDoc:
		out.Kind = "object"
	default:
		out.Kind = "complete"
	}
	if head.Key != nil {
		out.Key = head.Key.String()
	} else if ref := head.Ref(); len(ref) > len(ref.GroundPrefix()) {
		out.Key = ref[len(ref.GroundPrefix()):].String()
	}
	if head.Value != nil {
		out.Value, out.ValueIsConstant = head.Value.String(), ast.IsConstant(head.Value.Value)
	}
	for _, expr := range rule.Body {
		if isTrue(expr) {
			continue
		}
		out.AlwaysTrue = false
		text := expr.String()
		out.Body = append(out.Body, oneLine(exprLocation(expr), text))
		out.SortedBody = append(out.SortedBody, text)
	}
	if rule.Default && head.Value != nil && head.Value.Location != nil {
		end := spanOf(head.Value.Location) // the rule's own place is the word "default"
		out.EndRow, out.EndCol = end.EndRow, end.EndCol
	}
	slices.Sort(out.SortedBody)
	out.HasVariables = hasVariables(rule)
	return out
}

func isTrue(expr *ast.Expr) bool {
	term, ok := expr.Terms.(*ast.Term)
	return ok && !expr.Negated && len(expr.With) == 0 && ast.Boolean(true).Equal(term.Value)
}

// hasVariables is true where a variable is declared, assigned, or has no name.
func hasVariables(rule *ast.Rule) bool {
	found := false
	ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.SomeDecl, *ast.Every, *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
			found = true
		case *ast.Expr:
			found = found || x.IsAssignment()
		case ast.Var:
			found = found || x.IsWildcard()
		}
		return found
	}).Walk(rule.Body)
	return found
}

// stringsOf collects the strings of a file. A name behind a dot is none, although OPA keeps it as one.
func stringsOf(mod *ast.Module, words map[string]bool) {
	for _, rule := range mod.Rules {
		if isTest(nameOf(rule)) {
			continue
		}
		ast.WalkTerms(rule, func(t *ast.Term) bool {
			if s, ok := t.Value.(ast.String); ok && (t.Location == nil || len(t.Location.Text) == 0 || !isWord(t.Location.Text[0])) {
				words[string(s)] = true
			}
			return false
		})
	}
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
