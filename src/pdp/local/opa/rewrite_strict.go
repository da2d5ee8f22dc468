package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// In OPA what is missing, and what a builtin cannot use, is undefined, and much of Rego makes an answer of that: "not", what counts
// or collects, "every", a text with values in it. So beside each expression stand guards, which hold where everything in it has a
// value that it can use. What no guard can be told for is refused.
type strict struct {
	// The expression has no answer where one of these does not hold.
	must []string
	// It is not false where one of these does not hold; that it is true needs no more than the elements that make it so.
	valued []string
	found  problems
	err    error
	size   int
	at     *ast.Location
}

// A spot is where an expression stands: what gives the variables of an element their values, and whether anybody sees that it is undefined.
type spot struct {
	prefix []*ast.Expr
	bound  varSet
	// Undefined in here is an answer outside.
	sheltered bool
	// What is known from the input alone needs a guard of its own.
	guarded bool
	// The elements that may lack nothing that is read of them: to be passed over in here would not be seen outside.
	whole varSet
}

// guardsOf are the guards of expressions that share variables; isValue where it is one expression, whose value is looked at.
func guardsOf(group ast.Body, isValue bool) (*strict, error) {
	s := &strict{at: group.Loc()}
	s.body(group, spot{bound: varSet{}, guarded: !isValue})
	if len(s.found) > 0 {
		return s, s.found
	}
	return s, s.err
}

func (s *strict) refuse(loc *ast.Location, format string, args ...any) {
	s.found = append(s.found, wrongAt(loc, format, args...)...)
}

// body looks through the expressions in their order, and returns the place behind them.
func (s *strict) body(body ast.Body, at spot) spot {
	for _, expr := range body {
		at = s.expr(expr, at)
	}
	return at
}

// inside is the place of a body in an expression: what is undefined there is not seen outside.
func (s *strict) inside(body ast.Body, at spot) spot {
	for v := range declaredIn(body) {
		if at.bound[v] {
			s.refuse(body.Loc(), "two variables are named %q here; give one of them another name", string(v))
		}
	}
	at.sheltered, at.guarded = true, true
	return s.body(body, at)
}

// within is the place of a body in which those elements may lack nothing that come from outside of it.
func (at spot) within() spot {
	at.whole = maps.Clone(at.bound)
	return at
}

func (at spot) with(expr *ast.Expr, vars varSet) spot {
	at.prefix = append(slices.Clone(at.prefix), expr)
	at.bound = maps.Clone(at.bound)
	maps.Copy(at.bound, vars)
	return at
}

func (s *strict) expr(expr *ast.Expr, at spot) spot {
	here := at
	if expr.Negated {
		// Nothing but what is known from the input alone is left behind a "not".
		here.sheltered = at.sheltered || at.guarded
	}
	switch terms := expr.Terms.(type) {
	case *ast.SomeDecl:
		vars := varSet{}
		for _, symbol := range terms.Symbols {
			call, ok := symbol.Value.(ast.Call)
			if !ok {
				continue
			}
			s.domain(call[len(call)-1], at)
			for _, pattern := range call[1 : len(call)-1] {
				maps.Copy(vars, varsIn(pattern))
			}
		}
		return at.with(expr, vars)
	case *ast.Every:
		s.domain(terms.Domain, here)
		symbols := []*ast.Term{terms.Value, terms.Domain}
		operator := ast.Member
		if terms.Key != nil {
			symbols, operator = []*ast.Term{terms.Key, terms.Value, terms.Domain}, ast.MemberWithKey
		}
		decl := &ast.SomeDecl{Symbols: []*ast.Term{ast.CallTerm(append([]*ast.Term{ast.NewTerm(operator.Ref())}, symbols...)...)}}
		some := setPlace(ast.NewExpr(decl), expr.Location)
		s.inside(terms.Body, here.with(some, varsIn(terms.Key, terms.Value)).within())
	case *ast.Term:
		// That a part of the input is there is all that is asked of one that stands alone.
		s.term(terms, here, admit(!isCall(terms)))
	case []*ast.Term:
		if v, ok := assignedBy(expr); ok {
			value := expr.Operand(1)
			_, isRef := value.Value.(ast.Ref)
			// An element, or a part of it, is given a name.
			s.term(value, here, admit(isRef && len(free(value)) > 0))
			vars := free(value)
			next := at.with(expr, vars)
			next.bound[v] = true
			for from := range vars {
				if at.whole[from] {
					next.whole = maps.Clone(next.whole)
					next.whole[v] = true
				}
			}
			return next
		}
		s.call(terms, expr.Location, here)
	}
	return at.with(expr, free(expr))
}

func isCall(term *ast.Term) bool {
	_, ok := term.Value.(ast.Call)
	return ok
}

// What may get to where a value is read, since nobody would see which of an object's keys are missing.
type admitted int

const (
	anything admitted = iota
	// No object: what reads it would look at its keys.
	noObject
	// No object, and no list with one in it.
	noObjectInside
)

// admit is what may get there: anything where that is safe.
func admit(isSafe bool) admitted {
	if isSafe {
		return anything
	}
	return noObject
}

// term looks at a value, and at what of the input may get there.
func (s *strict) term(term *ast.Term, at spot, may admitted) {
	if may != anything && isRoot(term) {
		s.rooted(term)
		return
	}
	switch v := term.Value.(type) {
	case ast.Ref:
		s.ref(term, v, at)
		s.bar(term, at, may)
	case ast.Call:
		s.call(v, term.Location, at)
		if may == noObjectInside || mayGiveObject(v) {
			s.bar(term, at, may)
		}
	case ast.Var:
		if at.bound[v] {
			s.bar(term, at, may)
		}
	case *ast.Array:
		v.Foreach(func(one *ast.Term) { s.term(one, at, inList(may)) })
	case ast.Set:
		for _, one := range v.Slice() {
			s.term(one, at, inList(may))
		}
	case ast.Object:
		v.Foreach(func(key, value *ast.Term) {
			s.term(key, at, inList(may))
			s.term(value, at, inList(may))
		})
	case *ast.ArrayComprehension:
		s.term(v.Term, s.inside(v.Body, at.within()), collected(v.Term, may))
	case *ast.SetComprehension:
		s.term(v.Term, s.inside(v.Body, at.within()), collected(v.Term, may))
	case *ast.ObjectComprehension:
		inner := s.inside(v.Body, at.within())
		s.term(v.Key, inner, noObject)
		s.term(v.Value, inner, collected(v.Value, may))
	case *ast.TemplateString:
		inner := at
		inner.sheltered, inner.guarded = true, true
		for _, part := range v.Parts {
			if expr, ok := part.(*ast.Expr); ok {
				if len(free(expr)) > 0 {
					s.refuse(term.Location, "a text with the values of elements in it has no place in a condition; write sprintf(…)")
				}
				s.expr(expr, inner)
				if value := asValue(expr); value != nil {
					s.term(value, inner, noObject)
				}
			}
		}
	}
}

// inList is what may get into a list that is written out.
func inList(may admitted) admitted { return max(may, noObject) }

// collected is what may get into a list that is made: an element as it is, where nobody looks into the list.
func collected(term *ast.Term, may admitted) admitted {
	if _, isName := term.Value.(ast.Var); isName && may != noObjectInside {
		return anything
	}
	return inList(may)
}

// isOperand is true of what `operand` has put around an expression with "in".
func isOperand(ref ast.Ref) bool {
	list, ok := ref[0].Value.(*ast.Array)
	return ok && list.Len() == 1 && isCall(list.Elem(0))
}

func (s *strict) rooted(term *ast.Term) {
	name := strings.TrimPrefix(term.String(), "input.")
	key := name + ".…"
	s.refuse(term.Location, "%q is read as a whole here, so that nobody would see which of its facts are missing; read them by their names (%s), or with object.get(%s, \"…\", …)", name, key, name)
}

// ref looks at a reference: at what it starts from, at its keys, and that what has no fixed key is a list.
func (s *strict) ref(term *ast.Term, ref ast.Ref, at spot) {
	isInput := ast.InputRootDocument.Equal(ref[0])
	_, isVar := ref[0].Value.(ast.Var)
	if !isVar {
		s.term(ref[0], at, anything)
		if len(free(ref[0])) > 0 && !isOperand(ref) {
			s.refuse(term.Location, "what is read of this belongs to an element; give it a name of its own before: part := …")
		}
	}
	for i, key := range ref[1:] {
		if v, ok := key.Value.(ast.Var); !ok {
			s.term(key, at, noObject)
		} else if at.bound[v] && isVar {
			s.refuse(term.Location, "an element is read by its number here, so that nobody would see what it lacks; read it by a name of its own: some one in …")
		}
		before := ast.NewTerm(ref[:i+1]).SetLocation(term.Location)
		if i == 0 && !isInput {
			before = ref[0]
		}
		if len(free(key)) == 0 || len(free(before)) > 0 {
			continue
		}
		// From here on it is about elements.
		s.domain(before, at)
	}
	if len(free(term)) == 0 {
		s.defined(term, at)
		return
	}
	if head, ok := ref[0].Value.(ast.Var); ok && at.whole[head] {
		s.lacking(term, ref, at)
	}
}

// domain looks at what is gone through.
func (s *strict) domain(term *ast.Term, at spot) {
	if isRoot(term) {
		s.rooted(term)
		return
	}
	s.term(term, at, anything)
	s.collection(term, at)
}
