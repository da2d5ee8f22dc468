package main

import (
	"maps"

	"github.com/open-policy-agent/opa/v1/ast"
)

type varSet = map[ast.Var]bool

// declaredIn are the names that this body gives to something itself, not those of bodies inside of it.
func declaredIn(body ast.Body) varSet {
	found := varSet{}
	for _, expr := range body {
		if decl, ok := expr.Terms.(*ast.SomeDecl); ok {
			for _, symbol := range decl.Symbols {
				if call, ok := symbol.Value.(ast.Call); ok {
					maps.Copy(found, varsIn(call[1:len(call)-1]...))
				} else {
					maps.Copy(found, varsIn(symbol))
				}
			}
		}
		if expr.IsAssignment() && len(expr.Operands()) == 2 {
			maps.Copy(found, varsIn(expr.Operand(0)))
		}
	}
	return found
}

// varsIn are all the variables in these patterns.
func varsIn(terms ...*ast.Term) varSet {
	found := varSet{}
	for _, term := range terms {
		if term == nil {
			continue
		}
		ast.WalkVars(term, func(v ast.Var) bool {
			found[v] = true
			return false
		})
	}
	return found
}

// free are the variables whose values come from outside of this; without any, its value is known from the input alone.
func free(x any) varSet {
	found := varSet{}
	each := func(terms ...*ast.Term) {
		for _, term := range terms {
			maps.Copy(found, free(term))
		}
	}
	closed := func(body ast.Body, heads ...*ast.Term) {
		inner := free(body)
		for _, head := range heads {
			maps.Copy(inner, free(head))
		}
		own := declaredIn(body)
		for v := range inner {
			if !own[v] && !v.IsWildcard() {
				found[v] = true
			}
		}
	}
	switch x := x.(type) {
	case *ast.Term:
		switch v := x.Value.(type) {
		case ast.Var:
			if !ast.InputRootDocument.Equal(x) {
				found[v] = true
			}
		case ast.Ref:
			each(v...)
		case ast.Call:
			each(v[1:]...)
		case *ast.Array:
			v.Foreach(func(one *ast.Term) { each(one) })
		case ast.Set:
			each(v.Slice()...)
		case ast.Object:
			v.Foreach(func(key, value *ast.Term) { each(key, value) })
		case *ast.ArrayComprehension:
			closed(v.Body, v.Term)
		case *ast.SetComprehension:
			closed(v.Body, v.Term)
		case *ast.ObjectComprehension:
			closed(v.Body, v.Key, v.Value)
		case *ast.TemplateString:
			for _, part := range v.Parts {
				maps.Copy(found, free(part))
			}
		}
	case ast.Body:
		for _, expr := range x {
			maps.Copy(found, free(expr))
		}
	case *ast.Expr:
		switch terms := x.Terms.(type) {
		case *ast.Term:
			each(terms)
		case []*ast.Term:
			each(terms[1:]...)
		case *ast.SomeDecl:
			for _, symbol := range terms.Symbols {
				if call, ok := symbol.Value.(ast.Call); ok {
					each(call[1:]...)
				} else {
					each(symbol)
				}
			}
		case *ast.Every:
			inner := free(terms.Body)
			own := declaredIn(terms.Body)
			maps.Copy(own, varsIn(terms.Key, terms.Value))
			for v := range inner {
				if !own[v] && !v.IsWildcard() {
					found[v] = true
				}
			}
			each(terms.Domain)
		}
	}
	return found
}

// spelled is this with other names for some of its variables, wherever they stand.
func spelled(expr *ast.Expr, as func(ast.Var) ast.Var) *ast.Expr {
	next := expr.Copy()
	ast.WalkTerms(next, func(term *ast.Term) bool {
		if v, ok := term.Value.(ast.Var); ok {
			term.Value = as(v)
		}
		return false
	})
	return next
}
