package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// A condition that says one thing by many names would be written out many times.
const maxInlined = 20_000

// An alias is a variable with one value, which is known from the input alone.
type alias struct {
	value *ast.Term
	at    *ast.Location
	used  bool
}

// An inliner puts what a variable stands for in its place, so that what a condition reads can be told, and asked for.
type inliner struct {
	terms  int
	isFull bool
	found  problems
}

// inlined is this body without the variables that have one value each. One that nobody reads leaves behind that it has a value.
func inlined(body ast.Body) (ast.Body, error) {
	in := &inliner{}
	out, done := in.body(body, map[ast.Var]*alias{})
	out = done(out)
	if len(in.found) > 0 {
		return nil, in.found
	}
	return out, nil
}

func (in *inliner) refuse(loc *ast.Location, format string, args ...any) {
	in.found = append(in.found, wrongAt(loc, format, args...)...)
}

// body returns the body, and what adds the variables that were not read, once the head that it belongs to was looked at.
func (in *inliner) body(body ast.Body, known map[ast.Var]*alias) (ast.Body, func(ast.Body) ast.Body) {
	// A name that is declared in here is another one from now on.
	for v := range declaredIn(body) {
		delete(known, v)
	}
	out := ast.Body{}
	var own []*alias
	for _, expr := range body {
		if !expr.IsAssignment() {
			out.Append(in.expr(expr, known))
			continue
		}
		v, ok := assignedBy(expr)
		if !ok {
			in.refuse(expr.Location, "\":=\" gives one variable its value here, such as x := …; take a list apart by its places, as in pair[0]")
			continue
		}
		value := in.term(expr.Operand(1), known)
		if len(free(value)) > 0 {
			next := expr.Copy()
			next.Terms = []*ast.Term{expr.Terms.([]*ast.Term)[0], expr.Operand(0), value}
			out.Append(next)
			continue
		}
		one := &alias{value: value, at: expr.Location}
		known[v], own = one, append(own, one)
	}
	return out, func(out ast.Body) ast.Body {
		for _, one := range own {
			if !one.used {
				there := ast.NotEqual.Expr(ast.CallTerm(ast.NewTerm(ast.TypeNameBuiltin.Ref()), one.value), ast.StringTerm(""))
				out.Append(setPlace(there, one.at))
			}
		}
		if len(out) == 0 {
			out.Append(setPlace(ast.NewExpr(ast.BooleanTerm(true)), body.Loc()))
		}
		return out
	}
}

func (in *inliner) expr(expr *ast.Expr, known map[ast.Var]*alias) *ast.Expr {
	next := expr.Copy()
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		next.Terms = in.term(terms, known)
	case []*ast.Term:
		list := []*ast.Term{terms[0]}
		for _, term := range terms[1:] {
			list = append(list, operand(in.term(term, known)))
		}
		next.Terms = list
	case *ast.SomeDecl:
		symbols := []*ast.Term{}
		for _, symbol := range terms.Symbols {
			if call, ok := symbol.Value.(ast.Call); ok {
				last := len(call) - 1
				again := append(append(ast.Call{}, call[:last]...), in.term(call[last], known))
				symbol = ast.NewTerm(again).SetLocation(symbol.Location)
			}
			symbols = append(symbols, symbol)
		}
		next.Terms = &ast.SomeDecl{Symbols: symbols, Location: terms.Location}
	case *ast.Every:
		every := *terms
		every.Domain = in.term(terms.Domain, known)
		inner := maps.Clone(known)
		for v := range varsIn(terms.Key, terms.Value) {
			delete(inner, v)
		}
		body, done := in.body(terms.Body, inner)
		every.Body = done(body)
		next.Terms = &every
	default:
		in.refuse(expr.Location, "this is not understood in a condition; write \"not\" before one expression, and others on lines of their own")
	}
	if !next.Negated || len(free(next)) == 0 {
		return next
	}
	// Of an element that lacks a fact, nothing is true: neither what is said of it, nor that it is not so.
	value := asValue(next)
	if value == nil {
		in.refuse(expr.Location, "\"not\" is not understood before this; write what holds instead")
		return next
	}
	return setPlace(ast.Equal.Expr(operand(value), ast.BooleanTerm(false)), expr.Location)
}

// operand is a term beside an operator: OPA prints none of the parentheses that "in" would need there.
func operand(term *ast.Term) *ast.Term {
	call, ok := term.Value.(ast.Call)
	if !ok || !slices.Contains(members, call[0].String()) {
		return term
	}
	return ast.NewTerm(ast.Ref{ast.ArrayTerm(term).SetLocation(term.Location), ast.IntNumberTerm(0)}).SetLocation(term.Location)
}

// term is this one with the values of variables in it; it stands where it was written.
func (in *inliner) term(term *ast.Term, known map[ast.Var]*alias) *ast.Term {
	in.terms++
	if in.terms > maxInlined {
		if !in.isFull {
			in.refuse(term.Location, "with what its variables stand for, the condition has more than %d parts", maxInlined)
		}
		in.isFull = true
		return term
	}
	made := func(value ast.Value) *ast.Term { return ast.NewTerm(value).SetLocation(term.Location) }
	all := func(terms []*ast.Term) []*ast.Term {
		out := make([]*ast.Term, 0, len(terms))
		for _, one := range terms {
			out = append(out, in.term(one, known))
		}
		return out
	}
	switch v := term.Value.(type) {
	case ast.Null, ast.Boolean, ast.Number:
		return term
	case ast.String:
		return onOneLine(term)
	case ast.Var:
		if one, ok := known[v]; ok {
			one.used = true
			in.terms += sizeOf(one.value)
			return one.value.Copy().SetLocation(term.Location)
		}
		return term
	case ast.Ref:
		head, keys := in.term(v[0], known), all(v[1:])
		if inner, ok := head.Value.(ast.Ref); ok {
			return made(append(append(ast.Ref{}, inner...), keys...))
		}
		if inner, ok := nothingElse(head); ok && len(keys) > 0 {
			return made(append(inner, keys...))
		}
		return made(append(ast.Ref{head}, keys...))
	case ast.Call:
		call := ast.Call{v[0]}
		for _, arg := range v[1:] {
			call = append(call, operand(in.term(arg, known)))
		}
		return made(call)
	case *ast.Array:
		out := []*ast.Term{}
		v.Foreach(func(one *ast.Term) { out = append(out, in.term(one, known)) })
		return made(ast.NewArray(out...))
	case ast.Set:
		return made(ast.NewSet(all(v.Slice())...))
	case ast.Object:
		pairs := [][2]*ast.Term{}
		v.Foreach(func(key, value *ast.Term) {
			pairs = append(pairs, [2]*ast.Term{in.term(key, known), in.term(value, known)})
		})
		return made(ast.NewObject(pairs...))
	case *ast.ArrayComprehension:
		inner := maps.Clone(known)
		body, done := in.body(v.Body, inner)
		head := in.term(v.Term, inner)
		return made(&ast.ArrayComprehension{Term: head, Body: done(body)})
	case *ast.SetComprehension:
		inner := maps.Clone(known)
		body, done := in.body(v.Body, inner)
		head := in.term(v.Term, inner)
		return made(&ast.SetComprehension{Term: head, Body: done(body)})
	case *ast.ObjectComprehension:
		inner := maps.Clone(known)
		body, done := in.body(v.Body, inner)
		key, value := in.term(v.Key, inner), in.term(v.Value, inner)
		return made(&ast.ObjectComprehension{Key: key, Value: value, Body: done(body)})
	case *ast.TemplateString:
		out := &ast.TemplateString{}
		for _, part := range v.Parts {
			if expr, ok := part.(*ast.Expr); ok {
				part = in.expr(expr, known)
			}
			out.Parts = append(out.Parts, part)
		}
		return made(out)
	}
	in.refuse(term.Location, "%s is not understood in a condition", fmt.Sprint(term))
	return term
}

// nothingElse is what object.get reads, where it gives an object without any keys instead: what is read of that is missing, too.
func nothingElse(term *ast.Term) (ast.Ref, bool) {
	call, ok := term.Value.(ast.Call)
	if !ok || call[0].String() != ast.ObjectGet.Name || len(call) != 4 {
		return nil, false
	}
	from, isRef := call[1].Value.(ast.Ref)
	if !isRef {
		from, isRef = nothingElse(call[1])
	}
	_, isText := call[2].Value.(ast.String)
	other, isObject := call[3].Value.(ast.Object)
	if !isRef || !isText || !isObject || other.Len() > 0 {
		return nil, false
	}
	return append(append(ast.Ref{}, from...), call[2]), true
}

// onOneLine is a text that is printed with its line ends as \n: between backquotes they would be indented with what is around them.
func onOneLine(term *ast.Term) *ast.Term {
	if term.Location == nil || !strings.Contains(string(term.Value.(ast.String)), "\n") {
		return term
	}
	loc := *term.Location
	loc.Text = []byte(term.Value.String())
	return ast.NewTerm(term.Value).SetLocation(&loc)
}

func sizeOf(term *ast.Term) int {
	n := 0
	ast.WalkTerms(term, func(*ast.Term) bool {
		n++
		return false
	})
	return n
}

// setPlace gives what was made here the place of what it was made from.
func setPlace(expr *ast.Expr, loc *ast.Location) *ast.Expr {
	expr.SetLocation(loc)
	ast.WalkTerms(expr, func(term *ast.Term) bool {
		if term.Location == nil {
			term.SetLocation(loc)
		}
		return false
	})
	return expr
}
