package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// A frame is one query of the evaluator: the body of a rule, or one nested in it (not, every, a comprehension).
type frame struct {
	rule   *triedRule
	own    bool
	up     *frame
	step   *step // of the rule's body, where the evaluation is now
	every  bool  // it runs once for each element of an `every`, and one that fails is what the reader wants to see
	again  bool
	faking bool // `with data.… as` stands above: the store does not say what the policy sees
}

// A triedRule is one body of a rule, once for each time that something needed it anew.
type triedRule struct {
	rule    *ast.Rule
	written *ast.Rule
	isElse  bool
	index   int
	parent  *triedRule
	steps   []*step
	byExpr  map[*ast.Expr]*step
	args    []seenValue
	held    bool
	broken  bool
	value   *ast.Term
	partial []*ast.Term
}

// A step is one expression of the compiled body; several of them may come from one expression of the file.
type step struct {
	expr    *ast.Expr
	source  *sourceExpr
	tries   int
	fails   int
	held    bool
	samples [][]seenValue
}

// A sourceExpr is an expression as it is written.
type sourceExpr struct {
	text   string
	loc    *ast.Location
	whole  *ast.Location // what OPA takes for its place
	negate bool
	steps  []*step
	values []seenValue // when it held for the first time
	nested [][]seenValue
}

// Enabled, Config and TraceEvent make the witness one of topdown's tracers.
func (w *witness) Enabled() bool { return true }

func (w *witness) Config() topdown.TraceConfig { return topdown.TraceConfig{PlugLocalVars: false} }

func (w *witness) TraceEvent(evt topdown.Event) {
	switch evt.Op {
	case topdown.EnterOp:
		w.enter(&evt)
	case topdown.EvalOp:
		if f, s := w.at(&evt); s != nil {
			f.step = s
			s.tries++
			w.reached(f, s, &evt)
		} else if f != nil {
			f.faking = f.faking || fakes(evt.Node)
		}
	case topdown.FailOp:
		w.fail(&evt)
	case topdown.ExitOp:
		if f := w.frames[evt.QueryID]; f != nil && f.own {
			if _, isRule := evt.Node.(*ast.Rule); isRule {
				w.exit(f.rule, &evt)
			}
		}
	}
}

func (w *witness) enter(evt *topdown.Event) {
	up := w.frames[evt.ParentID]
	if len(w.frames) > 0 && up == nil || len(w.frames) >= maxFrames {
		w.truncated = true // below what was too much to follow
		return
	}
	f := &frame{up: up}
	if up != nil {
		f.rule, f.faking, f.every, f.again = up.rule, up.faking, up.every, up.again
		if up.step != nil {
			f.faking = f.faking || fakes(up.step.expr)
			f.every = f.every || up.own && up.step.expr.IsEvery()
		}
		f.step = up.step
	}
	if rule, ok := evt.Node.(*ast.Rule); ok {
		f.every, f.step = false, nil
		f.again = f.again || w.isAgain(rule, evt.ParentID)
		switch {
		case f.again:
			f.rule = nil
		case len(w.tried) >= maxTried:
			w.truncated = true
			f.rule = nil
		default:
			f.rule, f.own = w.newTried(rule, f.rule), true
			w.last = f.rule
		}
	}
	w.frames[evt.QueryID] = f
}

// isAgain is true where OPA, on its way to the words of a conflict, tries the same bodies a second time.
func (w *witness) isAgain(rule *ast.Rule, parent uint64) bool {
	if !w.conflict || len(rule.Head.Args) > 0 {
		return false
	}
	asked := askedRule{rule, parent}
	again := w.asked[asked]
	w.asked[asked] = true
	return again
}

type askedRule struct {
	rule   *ast.Rule
	parent uint64
}

// fakes is true for an expression below `with data.… as`.
func fakes(node ast.Node) bool {
	expr, ok := node.(*ast.Expr)
	if !ok {
		return false
	}
	for _, with := range expr.With {
		if ref, ok := with.Target.Value.(ast.Ref); ok && ast.DefaultRootDocument.Equal(ref[0]) {
			return true
		}
	}
	return false
}

// at finds the step of a rule's body that an event is about; none for the expressions of nested queries.
func (w *witness) at(evt *topdown.Event) (*frame, *step) {
	f := w.frames[evt.QueryID]
	if f == nil || f.rule == nil {
		return nil, nil
	}
	w.last = f.rule
	if expr, ok := evt.Node.(*ast.Expr); ok && f.own {
		return f, f.rule.byExpr[expr]
	}
	return f, nil
}

// reached marks what comes before a step as held: the evaluator gets to it in no other way.
func (w *witness) reached(f *frame, s *step, evt *topdown.Event) {
	t := f.rule
	if t.args == nil {
		t.args = w.argsOf(t, evt)
	}
	for _, before := range t.steps {
		if before == s {
			return
		}
		w.holds(before, f, evt)
	}
}

func (w *witness) holds(s *step, f *frame, evt *topdown.Event) {
	if s.held {
		return
	}
	s.held = true
	if source := s.source; source != nil && source.held() {
		source.values = w.valuesOf(source, nil, f, evt)
	}
}

func (w *witness) fail(evt *topdown.Event) {
	f, s := w.at(evt)
	switch {
	case f == nil:
	case s != nil:
		s.fails++
		if len(s.samples) < maxSamples && s.source != nil {
			s.samples = append(s.samples, w.valuesOf(s.source, s, f, evt))
		}
	case f.every && f.step != nil && f.step.source != nil:
		if expr, ok := evt.Node.(*ast.Expr); ok && !expr.IsEvery() && len(f.step.source.nested) < maxSamples {
			source := &sourceExpr{steps: []*step{{expr: expr}}}
			f.step.source.nested = append(f.step.source.nested, w.valuesOf(source, nil, f, evt))
		}
	}
}

func (w *witness) exit(t *triedRule, evt *topdown.Event) {
	f := w.frames[evt.QueryID]
	if t.args == nil {
		t.args = w.argsOf(t, evt)
	}
	for _, s := range t.steps {
		w.holds(s, f, evt)
	}
	t.held = true
	head := t.rule.Head
	switch {
	case head.Key != nil && len(head.Args) == 0:
		w.collect(t, evt, head.Key, head.Value)
	case head.Value != nil:
		t.value = evt.Plug(head.Value)
	}
}

// collect keeps the elements of a set, or the pairs of an object, as far as anybody reads them.
func (w *witness) collect(t *triedRule, evt *topdown.Event, key, value *ast.Term) {
	if len(t.partial) >= maxTried {
		return
	}
	plugged := evt.Plug(key)
	if value != nil && t.rule.Head.DocKind() == ast.PartialObjectDoc {
		plugged = ast.ArrayTerm(plugged, evt.Plug(value))
	}
	t.partial = append(t.partial, plugged)
}

func (s *sourceExpr) held() bool {
	for _, step := range s.steps {
		if !step.held {
			return false
		}
	}
	return true
}
