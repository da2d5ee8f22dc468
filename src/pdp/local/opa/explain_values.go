package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

const maxValues = 12

// valuesOf tells what an expression refers to, at this moment; the steps behind the failing one have no values yet.
func (w *witness) valuesOf(source *sourceExpr, failing *step, f *frame, evt *topdown.Event) []seenValue {
	out := []seenValue{}
	known := map[string]bool{}
	add := func(v seenValue) {
		if v.Text != "" && !known[v.Text] && len(out) < maxValues {
			known[v.Text] = true
			out = append(out, v)
		}
	}
	for _, s := range source.steps {
		w.visit(s.expr, func(term *ast.Term) {
			v, ok := w.valueOf(term, f, evt)
			if _, isVar := term.Value.(ast.Var); isVar && v.Text == source.text {
				return // that it is true, or not, says the outcome
			}
			if ok {
				add(v)
			}
		})
		if s == failing {
			break
		}
	}
	return out
}

// visit finds the references and variables of one expression, less its operator and what has a scope of its own.
func (w *witness) visit(expr *ast.Expr, see func(*ast.Term)) {
	var operator *ast.Term
	if terms, ok := expr.Terms.([]*ast.Term); ok {
		operator = terms[0]
	}
	var visitor *ast.GenericVisitor
	visitor = ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Every:
			visitor.Walk(x.Domain)
			return true
		case *ast.SetComprehension, *ast.ArrayComprehension, *ast.ObjectComprehension:
			return true
		case *ast.With:
			visitor.Walk(x.Value)
			return true
		case ast.Call:
			for _, operand := range x[1:] {
				visitor.Walk(operand)
			}
			return true
		case *ast.Term:
			if x == operator {
				return true
			}
			switch v := x.Value.(type) {
			case ast.Ref:
				see(x)
				for _, index := range v[1:] {
					visitor.Walk(index)
				}
				return true
			case ast.Var:
				see(x)
			}
		}
		return false
	})
	visitor.Walk(expr)
}

func (w *witness) valueOf(term *ast.Term, f *frame, evt *topdown.Event) (seenValue, bool) {
	switch v := term.Value.(type) {
	case ast.Var:
		if v.IsWildcard() {
			return seenValue{}, false
		}
		plugged, name := evt.Plug(term), w.nameOf(term)
		if !plugged.IsGround() || name == "input" || name == "data" {
			return seenValue{}, false
		}
		if ref, ok := plugged.Value.(ast.Ref); ok {
			return w.refValue(name, ref, f, evt)
		}
		return seen(name, plugged.Value), true
	case ast.Ref:
		plugged, ok := evt.Plug(term).Value.(ast.Ref)
		if !ok {
			return seenValue{}, false
		}
		if len(plugged) < 2 {
			return seenValue{}, false // all of the input says nothing
		}
		if plugged.IsGround() && term.Location != nil && len(term.Location.Text) > 0 {
			return w.refValue(oneLine(termLocation(term), ""), plugged, f, evt)
		}
		ground := plugged.GroundPrefix()
		written := v[:min(len(ground), len(v))].Copy()
		for i, part := range written {
			if _, ok := part.Value.(ast.Var); !ok || ast.RootDocumentNames.Contains(part) {
				continue
			}
			if known := w.nameOf(part); known != "" {
				written[i] = ast.VarTerm(known)
			} else {
				written, ground = written[:i], ground[:i]
				break
			}
		}
		if len(ground) < 2 {
			return seenValue{}, false
		}
		return w.refValue(written.String(), ground, f, evt)
	}
	return seenValue{}, false
}

// nameOf is the name of a variable in the file. The compiler's own ones carry the text that they stand for.
func (w *witness) nameOf(term *ast.Term) string {
	name := term.Value.(ast.Var)
	if known, ok := w.names[name]; ok {
		if known.IsGenerated() || known.IsWildcard() {
			return ""
		}
		return string(known)
	}
	if isBranch(term.Location) {
		return ""
	}
	return oneLine(term.Location, "")
}

func (w *witness) refValue(text string, ref ast.Ref, f *frame, evt *topdown.Event) (seenValue, bool) {
	switch {
	case ast.InputRootDocument.Equal(ref[0]):
		if evt.Input() == nil {
			return seenValue{Text: text, Undefined: true}, true
		}
		return found(text, evt.Input().Value, ref[1:])
	case ast.DefaultRootDocument.Equal(ref[0]):
		for end := len(ref); end > 1; end-- {
			value, isUndefined := w.rulesSeen.Get(ref[:end])
			if isUndefined {
				return seenValue{Text: text, Undefined: true}, true
			}
			if value != nil {
				return found(text, value.Value, ref[end:])
			}
		}
		// A rule that is not in the cache was not asked: nobody knows its value. Data is there, unless `with` stands for it.
		if w.data == nil || f.faking || w.isOfRules(ref) {
			return seenValue{}, false
		}
		return found(text, w.data, ref[1:])
	}
	if _, isVar := ref[0].Value.(ast.Var); isVar {
		return seenValue{}, false
	}
	return found(text, ref[0].Value, ref[1:])
}

// isOfRules is true where a rule or a package stands at the reference, above or below it.
func (w *witness) isOfRules(ref ast.Ref) bool {
	node := w.compiler.RuleTree
	for _, term := range ref {
		if node = node.Child(term.Value); node == nil || len(node.Values) > 0 {
			break
		}
	}
	return node != nil
}

func found(text string, value ast.Value, rest ast.Ref) (seenValue, bool) {
	value, err := value.Find(rest)
	if err != nil {
		return seenValue{Text: text, Undefined: true}, true
	}
	return seen(text, value), true
}

func (w *witness) argsOf(t *triedRule, evt *topdown.Event) []seenValue {
	out := []seenValue{}
	for _, arg := range t.rule.Head.Args {
		if plugged := evt.Plug(arg); plugged.IsGround() {
			out = append(out, seen(oneLine(arg.Location, arg.String()), plugged.Value))
		}
	}
	return out
}
