package main

import (
	"fmt"
	"slices"
	"strconv"
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
	// Of an expression with elements: what holds where it is false when it does not hold, and not undecided.
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
	body, err := inlined(body)
	if err != nil {
		return out, err
	}
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
		group, own := ast.Body{expr}, free(expr)
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
	guards, err := guardsOf(group, p.Value)
	if err != nil {
		return p, err
	}
	text, err := printed(written)
	if err != nil {
		return p, err
	}
	p.Text = strings.Join(append(slices.Clone(guards.must), text), "\n")
	if !p.Value {
		p.Valued = strings.Join(append(slices.Clone(guards.must), guards.valued...), "\n")
	}
	return p, nil
}

// valueOf is an expression as a value that a variable can take; nil where it has variables, and so perhaps many values.
func valueOf(expr *ast.Expr) *ast.Term {
	if len(free(expr)) > 0 {
		return nil
	}
	return asValue(expr)
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
		one := written{Path: []any{}}
		if ast.InputRootDocument.Equal(ref[0]) && len(ref) > 1 {
			fixed := fixedPart(ref)
			for _, term := range fixed[1:] {
				if text, ok := term.Value.(ast.String); ok {
					one.Path = append(one.Path, string(text))
				} else {
					one.Path = append(one.Path, term.Value.String())
				}
			}
			if len(fixed) > 1 {
				one.Text = fixed.String()
			}
		}
		if one.Text != "" && !slices.ContainsFunc(found, func(w written) bool { return w.Text == one.Text }) {
			found = append(found, one)
		}
		return false
	})
	return found
}

// fixedPart is a reference up to the first key that is neither a text nor a number.
func fixedPart(ref ast.Ref) ast.Ref {
	for i, term := range ref[1:] {
		switch term.Value.(type) {
		case ast.String, ast.Number:
		default:
			return ref[:i+1]
		}
	}
	return ref
}

// unreadable are the conditions of which what is handed out is no Rego: that would keep every policy from being asked.
func unreadable(conditions []rewrittenCondition) problems {
	var found problems
	for i, condition := range conditions {
		rules := []string{"package conditions"}
		for _, part := range condition.Parts {
			for _, text := range []string{part.Text, part.Valued} {
				if text != "" {
					rules = append(rules, fmt.Sprintf("condition_%d if {\n%s\n}", len(rules), text))
				}
			}
		}
		mod, err := ast.ParseModuleWithOpts("", strings.Join(rules, "\n"), options(ast.RegoV1))
		if err == nil {
			c := newCompiler(compiling{})
			if c.Compile(map[string]*ast.Module{"conditions": mod}); c.Failed() {
				err = c.Errors
			}
		}
		if err == nil {
			continue
		}
		for _, p := range inConditions(err, "") {
			p.File, p.Row, p.Col = strconv.Itoa(i), 0, 0
			// A mistake in types is the condition's own, wherever it is found.
			if p.Code != ast.TypeErr {
				p.Message = "nobody could tell which facts are missing for it: " + p.Message
			}
			// What is guarded more than once is wrong as often.
			if !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
	}
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
