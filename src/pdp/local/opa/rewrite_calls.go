package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
)

// The builtins that look at nothing but the type of what they are given.
var onlyTypes = []string{
	ast.IsArray.Name, ast.IsBoolean.Name, ast.IsNull.Name, ast.IsNumber.Name, ast.IsObject.Name, ast.IsSet.Name, ast.IsString.Name,
	ast.TypeNameBuiltin.Name,
}

var (
	ordering = []string{ast.LessThan.Name, ast.LessThanEq.Name, ast.GreaterThan.Name, ast.GreaterThanEq.Name}
	equality = []string{ast.Equal.Name, ast.NotEqual.Name, ast.Equality.Name}
	sorting  = []string{ast.Max.Name, ast.Min.Name, ast.Sort.Name}
	members  = []string{ast.Member.Name, ast.MemberWithKey.Name}
)

// builtinOf is the builtin of this name; nil where a condition has none.
func builtinOf(name string) *ast.Builtin {
	i := slices.IndexFunc(capabilities().Builtins, func(b *ast.Builtin) bool { return b.Name == name })
	if i < 0 {
		return nil
	}
	return capabilities().Builtins[i]
}

// call looks at what a builtin is given, and guards that it can use it.
func (s *strict) call(terms []*ast.Term, loc *ast.Location, at spot) {
	name, args := terms[0].String(), terms[1:]
	builtin := builtinOf(name)
	if builtin == nil {
		s.refuse(loc, "%s is not understood in a condition", name)
		return
	}
	params := builtin.Decl.NamedFuncArgs().Args
	switch {
	case builtin.Relation, name == ast.InternalTemplateString.Name:
		s.refuse(loc, "%s has no place in a condition: it passes over what is missing; read each fact by its name", name)
		return
	case len(params) != len(args) && name != ast.Equality.Name:
		s.refuse(loc, "%s is given one value too many; write %s(…) == …", name, name)
		return
	case name == ast.Equality.Name:
		for _, arg := range args {
			for v := range patternVars(arg) {
				if !at.bound[v] {
					s.refuse(loc, "\"=\" compares here; write \"%s := …\" to give the variable its value", string(v))
				}
			}
		}
	case name == ast.ObjectGet.Name && len(free(args[0])) == 0 && len(free(args[1])) > 0:
		s.refuse(loc, "the key that object.get is asked for is not known before; write it as a text")
	}
	for i, arg := range args {
		switch {
		case name == ast.Count.Name:
			s.counted(arg, at)
		case name == ast.Sprintf.Name && i == 1:
			s.term(arg, at, noObjectInside)
		case slices.Contains(onlyTypes, name), name == ast.ObjectGet.Name && i == 0, !isRoot(arg) && isSafe(name, params, args, i):
			s.term(arg, at, anything)
		case slices.Contains(ordering, name), slices.Contains(equality, name), slices.Contains(members, name), strings.HasSuffix(name, "is_valid"):
			s.term(arg, at, noObject)
		default:
			s.term(arg, at, noObjectInside)
		}
	}
	if name == ast.ObjectGet.Name {
		s.passable(args, at)
	}
	// These answer where they are given a type that they are not for.
	switch {
	case name == ast.ToNumber.Name:
		s.typed(args[0], at, "number", "string")
	case strings.HasSuffix(name, "is_valid"):
		s.typed(args[0], at, "string")
	case slices.Contains(sorting, name):
		if list, ok := args[0].Value.(*ast.Array); ok {
			for i := 1; i < list.Len(); i++ {
				s.ordered(list.Elem(i-1), list.Elem(i), at)
			}
		}
	}
	switch {
	case slices.Contains(ordering, name) && (isList(args[0]) || isList(args[1])):
		s.refuse(loc, "lists are compared by the types of what is in them as well; compare the values themselves")
	case slices.Contains(ordering, name):
		s.ordered(args[0], args[1], at)
	case slices.Contains(members, name):
		s.collection(args[len(args)-1], at)
	case !slices.Contains(onlyTypes, name) && !slices.Contains(equality, name):
		s.fails(terms, loc, at)
	}
}

// isSafe is true of an argument that may well be an object, since the builtin would not look into it, or a guard of its own looks at it.
func isSafe(name string, params []types.Type, args []*ast.Term, i int) bool {
	switch {
	case slices.Contains(equality, name):
		// An object is surely not the same as a text, or as what is surely no object.
		other := args[1-i]
		_, isRef := other.Value.(ast.Ref)
		return isFlat(other) || i == 1 && (isRef || isCall(other)) && len(free(other)) == 0
	case slices.Contains(ordering, name):
		return true
	case slices.Contains(members, name):
		return i == len(args)-1 || isFlat(args[len(args)-1])
	}
	return i < len(params) && !mayBeObject(params[i])
}

// isList is true of what is written out as a list, a set or an object.
func isList(term *ast.Term) bool {
	switch term.Value.(type) {
	case *ast.Array, ast.Set, ast.Object:
		return true
	}
	return false
}

// patternVars are the variables that a unification may give a value.
func patternVars(term *ast.Term) varSet {
	found := varSet{}
	switch v := term.Value.(type) {
	case ast.Var:
		return free(term)
	case *ast.Array:
		v.Foreach(func(one *ast.Term) { maps.Copy(found, patternVars(one)) })
	case ast.Object:
		v.Foreach(func(_, one *ast.Term) { maps.Copy(found, patternVars(one)) })
	}
	return found
}

// isFlat is true of a value that is written out, and is no object and has none in it.
func isFlat(term *ast.Term) bool {
	switch v := term.Value.(type) {
	case ast.Null, ast.Boolean, ast.Number, ast.String:
		return true
	case *ast.Array:
		return !v.Until(func(one *ast.Term) bool { return !isFlat(one) })
	case ast.Set:
		return !slices.ContainsFunc(v.Slice(), func(one *ast.Term) bool { return !isFlat(one) })
	}
	return false
}

// The parts of the input that are objects, whatever is asked.
var wholeParts = append([]string{"sender", "repository", "pullRequest", "run", "approvals", "usage", "time", "capability"}, inputWords...)

// isRoot is true of the input, and of those of its parts that are surely objects.
func isRoot(term *ast.Term) bool {
	ref, ok := term.Value.(ast.Ref)
	if !ok {
		return ast.InputRootDocument.Equal(term)
	}
	if !ast.InputRootDocument.Equal(ref[0]) || len(ref) > 2 {
		return false
	}
	if len(ref) == 1 {
		return true
	}
	key, ok := ref[1].Value.(ast.String)
	return !ok || slices.Contains(wholeParts, string(key))
}

func mayBeObject(t types.Type) bool {
	if named, ok := t.(*types.NamedType); ok {
		t = named.Type
	}
	switch t := t.(type) {
	case types.Any:
		return len(t) == 0 || slices.ContainsFunc(t, mayBeObject)
	case *types.Object:
		return true
	}
	return false
}

func mayGiveObject(call ast.Call) bool {
	builtin := builtinOf(call[0].String())
	return builtin == nil || builtin.Decl.Result() == nil || mayBeObject(builtin.Decl.Result())
}

// kindOf is the type that a value surely has; empty where it may have several.
func kindOf(term *ast.Term) string {
	switch v := term.Value.(type) {
	case ast.Number, ast.String:
		return ast.ValueName(v)
	case ast.Call:
		name := v[0].String()
		builtin := builtinOf(name)
		if builtin == nil {
			return ""
		}
		t := builtin.Decl.Result()
		if named, ok := t.(*types.NamedType); ok {
			t = named.Type
		}
		switch t.(type) {
		case types.Number:
			return "number"
		case types.String:
			return "string"
		case *types.Array:
			return "array"
		case *types.Set:
			return "set"
		}
	}
	return ""
}
