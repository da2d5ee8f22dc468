package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// A guard is a line of Rego. About what is known from the input alone it says that it has a value; about elements, that there is none of
// them for which that is not so.

const maxGuards = 128 << 10

func (s *strict) add(isMust bool, guard string) {
	s.size += len(guard)
	if s.size > maxGuards && s.err == nil {
		s.err = wrongAt(s.at, "what has to be asked so that nothing is missing unseen has more than %d bytes; make several conditions of this one", maxGuards)
	}
	to := &s.valued
	if isMust {
		to = &s.must
	}
	if guard != "" && !slices.Contains(*to, guard) {
		*to = append(*to, guard)
	}
}

// shown is a term as Rego, in which the variables of elements that have no name have one.
func (s *strict) shown(term *ast.Term, named varSet) string {
	return s.line(setPlace(ast.Equality.Expr(ast.VarTerm(ast.WildcardPrefix), term.Copy()), term.Location), named)
}

func (s *strict) line(expr *ast.Expr, named varSet) string {
	text, err := printed(ast.Body{spelled(expr, func(v ast.Var) ast.Var {
		if !v.IsWildcard() || !named[v] {
			return v
		}
		return itemName(v)
	})})
	if err != nil && s.err == nil {
		s.err = err
	}
	return text
}

// Where somebody has given a variable this name, the guard is no Rego, and the condition is refused.
func itemName(v ast.Var) ast.Var {
	return ast.Var("item__" + strings.TrimPrefix(string(v), ast.WildcardPrefix))
}

// value is a term as it stands in a guard.
func (s *strict) value(term *ast.Term, named varSet) string {
	return strings.TrimPrefix(s.shown(term, named), "_ = ")
}

// none says that there is no element for which these hold, and that does not.
func (s *strict) none(at spot, has []*ast.Term, that func(varSet) string) string {
	if s.err != nil {
		return ""
	}
	named := varSet{}
	for v := range at.bound {
		named[v] = true
	}
	needs := varSet{}
	for _, term := range has {
		maps.Copy(named, free(term))
		maps.Copy(needs, keyVars(term))
	}
	lines := []string{}
	items := []string{}
	declared := declaredIn(at.prefix)
	for v := range named {
		if v.IsWildcard() && !declared[v] {
			items = append(items, string(itemName(v)))
		}
	}
	if len(items) > 0 {
		slices.Sort(items)
		lines = append(lines, "some "+strings.Join(items, ", "))
	}
	for _, expr := range at.prefix {
		lines = append(lines, s.line(expr, named))
	}
	for _, term := range has {
		for v := range free(term) {
			if !at.bound[v] && !needs[v] {
				s.refuse(term.Location, "%q has no value yet; write this behind what gives it one", string(v))
			}
		}
		switch term.Value.(type) {
		case ast.Var, ast.Null, ast.Boolean, ast.Number, ast.String:
		default:
			lines = append(lines, s.shown(term, named))
		}
	}
	return fmt.Sprintf("[1 | %s] == []", strings.Join(append(lines, that(named)), "; "))
}

// keyVars are the variables that a value is given by going through the keys of a reference.
func keyVars(term *ast.Term) varSet {
	found := varSet{}
	ast.WalkRefs(term, func(ref ast.Ref) bool {
		for _, key := range ref[1:] {
			if v, ok := key.Value.(ast.Var); ok {
				found[v] = true
			}
		}
		return false
	})
	return found
}

// defined guards what is known from the input alone, where nobody would see that it is undefined.
func (s *strict) defined(term *ast.Term, at spot) {
	if at.guarded && !isFixed(term) {
		s.add(true, s.shown(term, varSet{}))
	}
}

// isFixed is true of a reference to the input with nothing but texts and numbers in it: it is asked for with what is read.
func isFixed(term *ast.Term) bool {
	ref, ok := term.Value.(ast.Ref)
	return ok && ast.InputRootDocument.Equal(ref[0]) && len(fixedPart(ref)) == len(ref)
}

// fails guards a builtin that gives nothing where it cannot use what it is given.
func (s *strict) fails(terms []*ast.Term, loc *ast.Location, at spot) {
	call := ast.CallTerm(terms...).SetLocation(loc)
	if len(free(call)) == 0 {
		s.defined(call, at)
		return
	}
	s.add(at.sheltered, s.none(at, terms[1:], func(named varSet) string {
		return fmt.Sprintf("[1 | %s] == []", s.shown(call, named))
	}))
}

// bar guards a value of the input that would be handed on with whatever is missing in it.
func (s *strict) bar(term *ast.Term, at spot, may admitted) {
	switch may {
	case noObject:
		s.noObject(term, at)
	case noObjectInside:
		// A guard of one type says the same of a text or a number.
		if kind := kindOf(term); kind == "number" || kind == "string" {
			return
		}
		s.never(term, at, func(named varSet) string {
			return fmt.Sprintf("walk(%s, [_, part__]); is_object(part__)", s.value(term, named))
		})
	}
}

func (s *strict) noObject(term *ast.Term, at spot) {
	if len(free(term)) == 0 {
		s.add(true, fmt.Sprintf("not is_object(%s)", s.value(term, varSet{})))
		return
	}
	s.never(term, at, func(named varSet) string { return fmt.Sprintf("is_object(%s)", s.value(term, named)) })
}

// counted looks at what is counted: nobody looks at what is in it, but of an object it is the keys that are counted.
func (s *strict) counted(term *ast.Term, at spot) {
	switch v := term.Value.(type) {
	case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension, *ast.Array, ast.Set, ast.Object:
		s.term(term, at, anything)
	case ast.Call:
		s.term(term, at, admit(!mayGiveObject(v)))
	default:
		s.term(term, at, noObject)
	}
}

// never guards that this does not hold of a value.
func (s *strict) never(term *ast.Term, at spot, that func(varSet) string) {
	if len(free(term)) == 0 {
		s.add(true, fmt.Sprintf("[1 | %s] == []", that(varSet{})))
		return
	}
	s.add(true, s.none(at, []*ast.Term{term}, that))
}

// passable guards that what stands on the way to the last key of a path can have it: of anything else object.get takes its default.
func (s *strict) passable(args []*ast.Term, at spot) {
	path, ok := args[1].Value.(*ast.Array)
	if !ok || !isFlat(args[1]) {
		return
	}
	for i := 1; i < path.Len(); i++ {
		part := ast.ObjectGet.Call(args[0], ast.NewTerm(path.Slice(0, i)), ast.ObjectTerm()).SetLocation(args[1].Location)
		if _, isNumber := path.Elem(i).Value.(ast.Number); isNumber {
			s.typed(part, at, "array", "object")
		} else {
			s.typed(part, at, "object")
		}
	}
}

// collection guards what is gone through, or looked for something in: of anything else than a list there is nothing to be found.
func (s *strict) collection(term *ast.Term, at spot) {
	switch term.Value.(type) {
	case *ast.Array, ast.Set, ast.Object, *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
		return
	}
	s.typed(term, at, "array", "set")
}

// typed guards that a value is of one of these types; where it can be of no other one, nothing has to be looked at.
func (s *strict) typed(term *ast.Term, at spot, kinds ...string) {
	if slices.Contains(kinds, kindOf(term)) {
		return
	}
	says := func(named varSet) string {
		if ref, ok := term.Value.(ast.Ref); len(kinds) == 1 || ok && ast.InputRootDocument.Equal(ref[0]) && kinds[0] == "array" {
			return fmt.Sprintf("is_%s(%s)", kinds[0], s.value(term, named))
		}
		return fmt.Sprintf("type_name(%s) in {\"%s\"}", s.value(term, named), strings.Join(kinds, "\", \""))
	}
	if len(free(term)) == 0 {
		s.add(true, says(varSet{}))
		return
	}
	s.add(true, s.none(at, []*ast.Term{term}, func(named varSet) string { return "not " + says(named) }))
}

// ordered guards a comparison that OPA makes of any two types: of those that are not one, it says nothing of the values.
func (s *strict) ordered(a, b *ast.Term, at spot) {
	for _, pair := range [][2]*ast.Term{{a, b}, {b, a}} {
		if kind := kindOf(pair[1]); kind != "" {
			s.typed(pair[0], at, kind)
			return
		}
	}
	if len(free(a)) == 0 && len(free(b)) == 0 {
		s.typed(a, at, "number", "string")
		s.add(true, fmt.Sprintf("type_name(%s) == type_name(%s)", s.value(a, varSet{}), s.value(b, varSet{})))
		return
	}
	for _, one := range []*ast.Term{a, b} {
		if len(free(one)) == 0 {
			s.noObject(one, at)
		}
	}
	s.add(true, s.none(at, []*ast.Term{a, b}, func(named varSet) string {
		return fmt.Sprintf("type_name(%s) != type_name(%s)", s.value(a, named), s.value(b, named))
	}))
}

// lacking guards what "every" reads of an element, up to what is itself gone through.
func (s *strict) lacking(term *ast.Term, ref ast.Ref, at spot) {
	end := len(ref)
	for i, key := range ref[1:] {
		if v, ok := key.Value.(ast.Var); ok && !at.bound[v] {
			end = i + 1
			break
		}
	}
	if end < 2 {
		return
	}
	part := ast.NewTerm(ref[:end]).SetLocation(term.Location)
	if len(free(part)) == 0 {
		return
	}
	s.add(true, s.none(at, nil, func(named varSet) string {
		return fmt.Sprintf("[1 | %s] == []", s.shown(part, named))
	}))
}
