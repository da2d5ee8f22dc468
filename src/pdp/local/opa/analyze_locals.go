package main

import (
	"context"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
)

// maxAliases bounds how many names are followed: a name may stand for itself.
const maxAliases = 16

type param struct {
	function string
	index    int
}

type functionCall struct {
	function string
	operands []*ast.Term
}

// rootOf is all data of a store, or nothing where it holds none.
func rootOf(store storage.Store) ast.Value {
	all, err := storage.ReadOne(context.Background(), store, storage.RootPath)
	if err != nil {
		return nil
	}
	if value, ok := all.(ast.Value); ok {
		return value
	}
	value, err := ast.InterfaceToValue(all)
	if err != nil {
		return nil
	}
	return value
}

// learn remembers what each local variable of a module stands for, as far as one expression says it.
func (a *analyzer) learn(mod *ast.Module) {
	if mod == nil {
		return
	}
	for _, rule := range mod.Rules {
		name := mod.Package.Path.Extend(rule.Head.Ref().GroundPrefix()).String()
		for r := rule; r != nil; r = r.Else {
			for i, arg := range r.Head.Args {
				if v, ok := arg.Value.(ast.Var); ok {
					a.params[v] = param{name, i}
				}
			}
		}
	}
	ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Expr:
			a.learnFrom(x)
		case ast.Ref:
			if v, ok := x[0].Value.(ast.Var); ok {
				u := a.uses[v]
				u.asHead++
				a.uses[v] = u
			}
		case ast.Var:
			u := a.uses[x]
			u.all++
			a.uses[x] = u
		}
		return false
	}).Walk(mod)
}

// uses counts how often a variable stands anywhere, and how often at the start of a reference.
type uses struct{ all, asHead int }

// isAlias is true for `p := input.check.policy` where p is only ever read further, as in p.require.
func (a *analyzer) isAlias(x *ast.Expr) bool {
	if !x.IsCall() || x.Negated || len(x.Operands()) != 2 || !isEquality(x.Operator()) {
		return false
	}
	v, isVar := x.Operand(0).Value.(ast.Var)
	_, isRef := x.Operand(1).Value.(ast.Ref)
	return isVar && isRef && a.uses[v].asHead > 0 && a.uses[v].all == a.uses[v].asHead+1
}

// isPassing is true where the compiler only hands an argument on to object.get, of which the path is known.
func (a *analyzer) isPassing(x *ast.Expr) bool {
	if !x.Generated || !x.IsCall() || len(x.Operands()) != 2 {
		return false
	}
	v, ok := x.Operand(0).Value.(ast.Var)
	return ok && a.passed[v]
}

func (a *analyzer) learnFrom(x *ast.Expr) {
	if x.IsEvery() {
		every := x.Terms.(*ast.Every)
		if v, ok := every.Value.Value.(ast.Var); ok {
			a.standsFor(v, ast.NewTerm(ast.Ref{every.Domain, ast.VarTerm("_")}))
		}
		return
	}
	if !x.IsCall() || x.Negated {
		return
	}
	operands := x.Operands()
	if len(operands) == 2 && isEquality(x.Operator()) {
		for i, operand := range operands {
			if v, ok := operand.Value.(ast.Var); ok {
				a.standsFor(v, operands[1-i])
			}
		}
		return
	}
	ref := getRef(x)
	if ref == nil {
		return
	}
	if v, ok := ref[0].Value.(ast.Var); ok && a.compiler.RewrittenVars[v] == "" && !ast.RootDocumentNames.Contains(ref[0]) {
		a.passed[v] = true
	}
	if len(operands) < 4 {
		return
	}
	if v, ok := operands[3].Value.(ast.Var); ok {
		got := ast.NewTerm(ref)
		got.Location = x.Location
		a.standsFor(v, got)
	}
}

// standsFor prefers a reference to a constant: `some r in input.actor.roles; r == "admin"` says both of r.
func (a *analyzer) standsFor(v ast.Var, term *ast.Term) {
	before, known := a.locals[v]
	if !known || ast.IsConstant(before.Value) && !ast.IsConstant(term.Value) {
		a.locals[v] = term
	}
}

func isEquality(operator ast.Ref) bool {
	switch operatorName(operator) {
	case ast.Equality.Name, ast.Equal.Name, ast.Assign.Name:
		return true
	}
	return false
}

// operatorName is an operator as text; most are one word, which is there already.
func operatorName(operator ast.Ref) string {
	if name, ok := operator[0].Value.(ast.Var); ok && len(operator) == 1 {
		return string(name)
	}
	return operator.String()
}

// resolve follows the names at the start of a reference to "input" or "data", and tells the path behind them.
func (a *analyzer) resolve(ref ast.Ref, depth int) (root string, path []string) {
	path = []string{}
	head := ref[0]
	switch {
	case depth > maxAliases:
		return "", nil
	case ast.InputRootDocument.Equal(head):
		root = "input"
	case ast.DefaultRootDocument.Equal(head):
		if rule, rest := a.soleRule(ref); rule != nil {
			if root, path := a.resolveTerm(rule.Head.Value, depth+1); root == "input" {
				return root, append(path, a.indexes(rest)...)
			}
		}
		root = "data"
	default:
		if root, path = a.resolveTerm(head, depth+1); root == "" {
			return "", nil
		}
	}
	return root, append(path, a.indexes(ref[1:])...)
}

func (a *analyzer) resolveTerm(term *ast.Term, depth int) (root string, path []string) {
	switch v := term.Value.(type) {
	case ast.Ref:
		return a.resolve(v, depth)
	case ast.Var:
		if next := a.locals[v]; next != nil && depth <= maxAliases {
			return a.resolveTerm(next, depth+1)
		}
	}
	return "", nil
}

func (a *analyzer) indexes(terms []*ast.Term) []string {
	out := make([]string, 0, len(terms))
	for _, term := range terms {
		if v, ok := term.Value.(ast.Var); ok && a.locals[v] != nil {
			term = a.locals[v]
		}
		if s, ok := term.Value.(ast.String); ok {
			out = append(out, string(s))
		} else {
			out = append(out, anyIndex)
		}
	}
	return out
}

// soleRule is the one rule that a reference at data.* is about, where it is the only body of its name and no function; the rest
// of the reference reaches into its value.
func (a *analyzer) soleRule(ref ast.Ref) (*ast.Rule, []*ast.Term) {
	node := a.compiler.RuleTree
	for i, term := range ref {
		if node = node.Child(term.Value); node == nil {
			return nil, nil
		}
		if len(node.Values) == 0 {
			continue
		}
		rule := node.Values[0]
		if len(node.Values) > 1 || rule.Else != nil || len(rule.Head.Args) > 0 || rule.Head.Value == nil || rule.Head.DocKind() != ast.CompleteDoc {
			return nil, nil
		}
		return rule, ref[i+1:]
	}
	return nil, nil
}
