package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// An expansion is a look at all constants that the rules of one name give.
type expansion struct {
	kind  string
	first *ast.Rule
}

// call notes what one call says: which builtin it needs, and which constants it compares with roles or with the scope.
func (a *analyzer) call(operator ast.Ref, operands []*ast.Term, where *ast.Location) {
	name := operatorName(operator)
	if ast.BuiltinMap[name] == nil {
		a.calls = append(a.calls, functionCall{name, operands})
		return
	}
	if at := placeOf(where); !plannerOnly[name] && a.once("builtin", at, name) {
		a.out.Builtins = append(a.out.Builtins, analyzedBuiltin{at, name, !nativeWasm[name]})
	}
	if len(operands) < 2 {
		return
	}
	left, right := operands[0], operands[1]
	switch name {
	case ast.Equality.Name, ast.Equal.Name, ast.NotEqual.Name:
		a.compare(left, right)
		a.compare(right, left)
	case ast.Member.Name:
		if a.isRoles(right, 0) {
			a.role(left)
		}
		a.compare(left, right)
	case ast.And.Name, ast.Minus.Name, ast.ArrayConcat.Name:
		for i, operand := range operands[:2] {
			if name != ast.ArrayConcat.Name && a.isRoles(operand, 0) {
				a.role(operands[1-i])
			}
		}
	}
}

// compare notes the constants that one of the roles, or the scope, is compared with.
func (a *analyzer) compare(one, with *ast.Term) {
	if a.isRole(one, 0) {
		a.role(with)
	}
	if root, path := a.resolveTerm(one, 0); root == "input" && len(path) == 1 && path[0] == "scope" {
		a.constants("scope", with, &a.out.Scopes, 0)
	}
}

// role notes a constant, or the argument of a function that is one: has_role("admin") says it where the function does not.
func (a *analyzer) role(term *ast.Term) {
	if v, ok := term.Value.(ast.Var); ok {
		if p, is := a.params[v]; is {
			if a.byRole[p.function] == nil {
				a.byRole[p.function] = map[int]bool{}
			}
			a.byRole[p.function][p.index] = true
			return
		}
	}
	a.constants("role", term, &a.out.RoleNames, 0)
}

// roleArguments goes back to the calls of such functions.
func (a *analyzer) roleArguments() {
	for range maxAliases {
		before := len(a.byRole)
		for _, call := range a.calls {
			for index := range a.byRole[call.function] {
				if index < len(call.operands) {
					a.role(call.operands[index])
				}
			}
		}
		if len(a.byRole) == before {
			return
		}
	}
}

// roleIndex notes roles["admin"], where roles is a set of them.
func (a *analyzer) roleIndex(ref ast.Ref) {
	for i := 1; i < len(ref); i++ {
		isQuoted := ref[i].Location != nil && len(ref[i].Location.Text) > 0 && !isWord(ref[i].Location.Text[0])
		if _, ok := ref[i].Value.(ast.String); !ok || !isQuoted {
			continue
		}
		before := ref[0]
		if i > 1 {
			before = ast.NewTerm(ref[:i])
		}
		if a.isRoles(before, 0) {
			a.role(ref[i])
		}
	}
}

func (a *analyzer) constants(kind string, term *ast.Term, out *[]constant, depth int) {
	if depth > maxAliases {
		return
	}
	each := func(t *ast.Term) { a.constants(kind, t, out, depth+1) }
	switch v := term.Value.(type) {
	case ast.String:
		if at := placeOf(term.Location); a.once(kind, at, string(v)) {
			*out = append(*out, constant{at, string(v)})
		}
	case ast.Set:
		v.Foreach(each)
	case *ast.Array:
		v.Foreach(each)
	case ast.Var:
		if next := a.locals[v]; next != nil {
			each(next)
		}
	case ast.Ref:
		if !ast.DefaultRootDocument.Equal(v[0]) {
			if head := a.follow(v[0]); head != v[0] {
				each(head)
			}
			return
		}
		rules := a.rulesAt(v)
		if len(rules) == 0 || a.expanded[expansion{kind, rules[0]}] {
			return
		}
		a.expanded[expansion{kind, rules[0]}] = true
		for _, rule := range rules {
			if rule.Head.Key != nil {
				each(rule.Head.Key)
			} else if rule.Head.Value != nil {
				each(rule.Head.Value)
			}
		}
	}
}

// rulesAt are the rules that define what the start of a reference names.
func (a *analyzer) rulesAt(ref ast.Ref) []*ast.Rule {
	node := a.compiler.RuleTree
	for _, term := range ref {
		if node = node.Child(term.Value); node == nil {
			return nil
		}
		if len(node.Values) > 0 {
			return node.Values
		}
	}
	return nil
}

// follow is what a variable stands for, or itself.
func (a *analyzer) follow(term *ast.Term) *ast.Term {
	for range maxAliases {
		v, ok := term.Value.(ast.Var)
		if !ok || a.locals[v] == nil {
			return term
		}
		term = a.locals[v]
	}
	return term
}

// isRoles is true for somebody's roles as a whole: input.….roles, or a set or list made of them.
func (a *analyzer) isRoles(term *ast.Term, depth int) bool {
	if depth > maxAliases {
		return false
	}
	if root, path := a.resolveTerm(term, 0); root == "input" {
		return len(path) > 0 && path[len(path)-1] == "roles"
	}
	switch v := a.follow(term).Value.(type) {
	case *ast.SetComprehension:
		return a.isRole(v.Term, depth+1)
	case *ast.ArrayComprehension:
		return a.isRole(v.Term, depth+1)
	case ast.Ref:
		if !ast.DefaultRootDocument.Equal(v[0]) || !v.IsGround() {
			return false
		}
		rules := a.rulesAt(v)
		if len(rules) == 0 {
			return false
		}
		if known, ok := a.areRoles[rules[0]]; ok {
			return known
		}
		a.areRoles[rules[0]] = false // until it is found out
		a.areRoles[rules[0]] = slices.ContainsFunc(rules, func(r *ast.Rule) bool {
			if r.Head.Key != nil {
				return a.isRole(r.Head.Key, depth+1)
			}
			return len(r.Head.Args) == 0 && r.Head.Value != nil && a.isRoles(r.Head.Value, depth+1)
		})
		return a.areRoles[rules[0]]
	}
	return false
}

// isRole is true for one of them.
func (a *analyzer) isRole(term *ast.Term, depth int) bool {
	if depth > maxAliases {
		return false
	}
	if root, path := a.resolveTerm(term, 0); root == "input" {
		return len(path) > 1 && path[len(path)-2] == "roles" && path[len(path)-1] == anyIndex
	}
	ref, ok := a.follow(term).Value.(ast.Ref)
	if !ok || len(ref) < 2 {
		return false
	}
	if _, isVar := ref[len(ref)-1].Value.(ast.Var); !isVar {
		return false
	}
	if len(ref) == 2 {
		return a.isRoles(ref[0], depth+1)
	}
	return a.isRoles(ast.NewTerm(ref[:len(ref)-1]), depth+1)
}
