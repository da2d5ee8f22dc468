package main

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

type analyzedRef struct {
	span
	Path    []string `json:"path"`
	Text    string   `json:"text"`
	Package string   `json:"package"`
	Rule    string   `json:"rule"`
}

type inputRef struct {
	analyzedRef
	Written bool `json:"written"`
}

type dataRef struct {
	analyzedRef
	Known int `json:"known"`
}

// A policyReads says which keys of a step's policy the files may read.
type policyReads struct {
	Require   bool `json:"require"`
	Deny      bool `json:"deny"`
	Approvals bool `json:"approvals"`
}

// anyIndex stands in a path for an index that is known only at evaluation.
const anyIndex = "*"

const maxRefText = 500

// walk sees all of one compiled rule, its `else` included.
func (a *analyzer) walk(rule *ast.Rule) {
	var where *ast.Location
	var visit *ast.GenericVisitor
	visit = ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Expr:
			if a.isPassing(x) {
				return true
			}
			if x.Location != nil {
				where = x.Location
			}
			a.aliasing = a.isAlias(x)
			if x.IsCall() {
				a.call(x.Operator(), x.Operands(), where)
				return a.objectGet(x, where, visit)
			}
		case ast.Call:
			a.call(x[0].Value.(ast.Ref), x[1:], where)
		case *ast.With:
			a.readRef(x.Target, where, true)
			visit.Walk(x.Value)
			return true
		case *ast.Term:
			a.readRef(x, where, false)
		}
		return false
	})
	visit.Walk(rule)
}

// objectGet reads object.get(input, ["actor", "roles"], …) as input.actor.roles; its first argument alone would be all there is.
func (a *analyzer) objectGet(x *ast.Expr, where *ast.Location, visit *ast.GenericVisitor) bool {
	ref := getRef(x)
	if ref == nil {
		return false
	}
	got := ast.NewTerm(ref)
	got.Location = where
	a.readRef(got, where, false)
	for _, operand := range x.Operands()[1:] {
		visit.Walk(operand)
	}
	for _, with := range x.With {
		visit.Walk(with)
	}
	return true
}

// getRef is the reference that a call of object.get with constant keys stands for, or nil.
func getRef(x *ast.Expr) ast.Ref {
	if !x.IsCall() || len(x.Operands()) < 3 || operatorName(x.Operator()) != ast.ObjectGet.Name {
		return nil
	}
	var ref ast.Ref
	switch from := x.Operand(0).Value.(type) {
	case ast.Ref:
		ref = from.Copy()
	case ast.Var:
		ref = ast.Ref{x.Operand(0)}
	default:
		return nil
	}
	switch key := x.Operand(1).Value.(type) {
	case ast.String:
		return append(ref, x.Operand(1))
	case *ast.Array:
		for i := range key.Len() {
			ref = append(ref, key.Elem(i))
		}
		return ref
	}
	return nil
}

func (a *analyzer) readRef(term *ast.Term, where *ast.Location, written bool) {
	ref, ok := term.Value.(ast.Ref)
	if !ok || len(ref) == 0 {
		return
	}
	a.roleIndex(ref)
	root, path := a.resolve(ref, 0)
	loc := termLocation(term)
	if loc == nil && ast.InputRootDocument.Equal(ref[0]) {
		loc = a.writtenRef(ref)
	}
	if loc == nil {
		loc = where
	}
	if root == "input" && ast.DefaultRootDocument.Equal(ref[0]) {
		if _, rest := a.soleRule(ref); len(rest) == 0 {
			return // another rule's name: that rule reads it
		}
	}
	switch root {
	case "input":
		found := inputRef{a.refAt(ref, path, loc), written}
		if a.once("input", found.place, strings.Join(path, "\x00")) {
			a.out.InputRefs = append(a.out.InputRefs, found)
			if !written && !a.aliasing {
				a.out.PolicyKeys.see(path)
			}
		}
	case "data":
		if !written {
			a.readData(ref, loc)
		}
	}
}

// writtenRef is the place of a reference that the compiler has put together, as from `some x in input.list`.
func (a *analyzer) writtenRef(ref ast.Ref) *ast.Location {
	first := ref[0].Location
	if first == nil {
		return nil
	}
	end := first.Offset + len(first.Text)
	for _, term := range ref[1:] {
		if l := term.Location; l != nil && l.File == first.File {
			end = max(end, l.Offset+len(l.Text))
		}
	}
	whole := *first
	if text := a.src.texts[first.File]; end <= len(text) && end-first.Offset <= maxRefText {
		whole.Text = []byte(text[first.Offset:end])
	}
	return &whole
}

func (a *analyzer) refAt(ref ast.Ref, path []string, loc *ast.Location) analyzedRef {
	return analyzedRef{span: spanOf(loc), Path: path, Text: oneLine(loc, ref.String()), Package: a.pkg, Rule: a.rule}
}

func (a *analyzer) readData(ref ast.Ref, loc *ast.Location) {
	root, path := a.resolve(ref, 0)
	if root != "data" || len(path) == 0 || path[0] == anyIndex {
		return
	}
	known, whole := a.defined(path)
	found := dataRef{a.refAt(ref, path, loc), known}
	if !whole && a.once("data", found.place, strings.Join(path, "\x00")) {
		a.out.DataRefs = append(a.out.DataRefs, found)
	}
}

// defined counts the parts of a path that rules or data have; whole is true where they may define all of it.
func (a *analyzer) defined(path []string) (known int, whole bool) {
	node, tree := a.compiler.RuleTree.Child(ast.DefaultRootDocument.Value), 0
	for node != nil {
		if len(node.Values) > 0 || tree == len(path) || path[tree] == anyIndex {
			return len(path), true
		}
		if node = node.Child(ast.String(path[tree])); node != nil {
			tree++
		}
	}
	value, stored := a.data, 0
	for value != nil {
		object, ok := value.(ast.Object)
		if !ok || stored == len(path) || path[stored] == anyIndex {
			return len(path), true
		}
		next := object.Get(ast.StringTerm(path[stored]))
		if next == nil {
			break
		}
		value = next.Value
		stored++
	}
	return max(tree, stored), false
}

// see counts a path that stops short of a key, or goes on by a variable, as one that may read it.
func (k *policyReads) see(path []string) {
	reads := func(want ...string) bool {
		for i, name := range want {
			if i >= len(path) {
				return true
			}
			if path[i] != name && path[i] != anyIndex {
				return false
			}
		}
		return true
	}
	k.Require = k.Require || reads("check", "policy", "require")
	k.Deny = k.Deny || reads("check", "policy", "deny")
	k.Approvals = k.Approvals || reads("check", "policy", "approvals") || reads("approvals")
}
