package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// A part is one expression, or several that share variables. All parts have to hold.
type part struct {
	// Of one expression without variables of its own: `holds := …`, so that a false one is told from one that has no value.
	Value bool `json:"value"`
	// It stands behind a `not`, which is left out of the text.
	Negated bool   `json:"negated"`
	Text    string `json:"text"`
	// Of several expressions whose variables have one value each: what holds where all of them have a value, be it false.
	Valued string    `json:"valued,omitempty"`
	Reads  []written `json:"reads"`
}

// What is written is a reference to the input, as far as it is fixed.
type written struct {
	Text string `json:"text"`
	Path []any  `json:"path"`
}

const heldVar = ast.Var("holds")

func readCondition(body ast.Body) (rewrittenCondition, error) {
	out := rewrittenCondition{Parts: []part{}, Words: []string{}}
	for _, group := range connected(body) {
		p, err := readPart(group)
		if err != nil {
			return out, err
		}
		out.Parts = append(out.Parts, p)
		for _, read := range p.Reads {
			if word, ok := read.Path[0].(string); ok && !slices.Contains(out.Words, word) {
				out.Words = append(out.Words, word)
			}
		}
	}
	slices.Sort(out.Words)
	return out, nil
}

// connected splits a body into what can be looked at by itself: expressions with a variable in common stay together.
func connected(body ast.Body) []ast.Body {
	var groups []ast.Body
	var names []map[ast.Var]bool
	for _, expr := range body {
		group, own := ast.Body{expr}, varsOf(expr)
		var kept []ast.Body
		var keptNames []map[ast.Var]bool
		for i, other := range names {
			if !shares(own, other) {
				kept, keptNames = append(kept, groups[i]), append(keptNames, other)
				continue
			}
			group = append(slices.Clone(groups[i]), group...)
			for v := range other {
				own[v] = true
			}
		}
		groups, names = append(kept, group), append(keptNames, own)
	}
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b *ast.Expr) int { return a.Index - b.Index })
	}
	return groups
}

func shares(a, b map[ast.Var]bool) bool {
	for v := range a {
		if b[v] {
			return true
		}
	}
	return false
}

// varsOf are all variables, those of comprehensions among them: these may be ones of the body around.
func varsOf(expr *ast.Expr) map[ast.Var]bool {
	found := map[ast.Var]bool{}
	vis := ast.NewVarVisitor().WithParams(ast.VarVisitorParams{SkipRefCallHead: true})
	vis.Walk(expr)
	for v := range vis.Vars() {
		if v != ast.InputRootDocument.Value.(ast.Var) {
			found[v] = true
		}
	}
	return found
}

func readPart(group ast.Body) (part, error) {
	p := part{Reads: readsIn(group)}
	written := group
	if len(group) == 1 {
		if value := valueOf(group[0]); value != nil {
			holds := ast.Assign.Expr(ast.NewTerm(heldVar), value)
			holds.SetLocation(group[0].Location)
			p.Value, p.Negated, written = true, group[0].Negated, ast.Body{holds}
		}
	}
	text, err := printed(written)
	if err != nil {
		return p, err
	}
	p.Text = text
	if valued := valuedOf(group); !p.Value && valued != nil {
		p.Valued, err = printed(valued)
	}
	return p, err
}

// valueOf is an expression as a value that a variable can take; nil where it has variables, and so perhaps many values.
func valueOf(expr *ast.Expr) *ast.Term {
	if len(openVars(expr)) > 0 {
		return nil
	}
	return asValue(expr)
}

// openVars are the variables of an expression itself, without those of comprehensions in it.
func openVars(expr *ast.Expr) ast.VarSet {
	open := expr.Vars(ast.VarVisitorParams{SkipClosures: true, SkipRefCallHead: true})
	delete(open, ast.InputRootDocument.Value.(ast.Var))
	return open
}

// valuedOf is a body in which each expression only has to have a value; nil where a variable may have several.
func valuedOf(group ast.Body) ast.Body {
	assigned := ast.VarSet{}
	for _, expr := range group {
		if v, ok := assignedBy(expr); ok {
			assigned.Add(v)
		}
	}
	out := ast.Body{}
	for i, expr := range group {
		if len(openVars(expr).Diff(assigned)) > 0 {
			return nil
		}
		next := expr.Copy()
		if _, ok := assignedBy(expr); !ok {
			value := asValue(expr)
			if value == nil {
				return nil
			}
			next = ast.Equality.Expr(ast.VarTerm(fmt.Sprintf("%s%d", ast.WildcardPrefix, i)), value)
			next.SetLocation(expr.Location)
		}
		out.Append(next)
	}
	return out
}

// assignedBy is the variable of `x := …`.
func assignedBy(expr *ast.Expr) (ast.Var, bool) {
	if !expr.IsAssignment() || expr.Negated || len(expr.Operands()) != 2 {
		return "", false
	}
	v, ok := expr.Operand(0).Value.(ast.Var)
	return v, ok && !v.IsWildcard()
}

func asValue(expr *ast.Expr) *ast.Term {
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		return terms.Copy()
	case []*ast.Term:
		name := terms[0].String()
		if name == ast.Equality.Name {
			terms = append([]*ast.Term{ast.NewTerm(ast.Equal.Ref()).SetLocation(terms[0].Location)}, terms[1:]...)
			name = ast.Equal.Name
		}
		known := slices.IndexFunc(capabilities().Builtins, func(b *ast.Builtin) bool { return b.Name == name })
		// With one more argument than it has, a call is compared with that, and is no value.
		if known < 0 || len(capabilities().Builtins[known].Decl.NamedFuncArgs().Args) != len(terms)-1 || capabilities().Builtins[known].Relation {
			return nil
		}
		call := ast.CallTerm(slices.Clone(terms)...).SetLocation(expr.Location)
		return call.Copy()
	}
	return nil
}

// readsIn are the references to the input, each up to what is only known when it is asked.
func readsIn(group ast.Body) []written {
	found := []written{}
	ast.WalkRefs(group, func(ref ast.Ref) bool {
		if !ast.InputRootDocument.Equal(ref[0]) || len(ref) == 1 {
			return false
		}
		fixed := ref[:1]
		path := []any{}
		for _, term := range ref[1:] {
			var key any
			switch v := term.Value.(type) {
			case ast.String:
				key = string(v)
			case ast.Number:
				key = v.String()
			default:
				key = nil
			}
			if key == nil {
				break
			}
			fixed, path = append(slices.Clone(fixed), term), append(path, key)
		}
		if len(path) == 0 {
			return false
		}
		one := written{fixed.String(), path}
		if !slices.ContainsFunc(found, func(w written) bool { return w.Text == one.Text }) {
			found = append(found, one)
		}
		return false
	})
	return found
}

// printed is this body as Rego, and surely this body: what reads as another one is not handed out.
func printed(body ast.Body) (string, error) {
	lines := make([]string, 0, len(body))
	for _, expr := range body {
		text, err := format.AstWithOpts(expr, format.Opts{RegoVersion: ast.RegoV1, Capabilities: capabilities()})
		if err != nil {
			return "", err
		}
		lines = append(lines, strings.TrimSpace(string(text)))
	}
	out := strings.Join(lines, "\n")
	opts := options(ast.RegoV1)
	opts.SkipRules = true
	again, err := ast.ParseBodyWithOpts(out, opts)
	if err != nil || plainly(again) != plainly(body) {
		return "", wrongAt(body.Loc(), "the condition cannot be written as Rego again (%s)", out)
	}
	return out, nil
}

// plainly is a body as text in which variables without a name have none.
func plainly(body ast.Body) string {
	wild := map[ast.Var]string{}
	out, err := ast.TransformVars(body.Copy(), func(v ast.Var) (ast.Value, error) {
		if !v.IsWildcard() {
			return v, nil
		}
		if _, known := wild[v]; !known {
			wild[v] = fmt.Sprintf("_%d", len(wild))
		}
		return ast.Var(wild[v]), nil
	})
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(out)
}
