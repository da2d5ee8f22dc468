package main

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

type explainedRule struct {
	Name        string                `json:"name"`
	File        string                `json:"file"`
	Row         int                   `json:"row"`
	Col         int                   `json:"col"`
	Text        string                `json:"text"`
	IsDefault   bool                  `json:"isDefault"`
	IsElse      bool                  `json:"isElse"`
	Args        []seenValue           `json:"args,omitempty"`
	Parent      int                   `json:"parent"`
	Outcome     string                `json:"outcome"`
	Value       *seenValue            `json:"value,omitempty"`
	Expressions []explainedExpression `json:"expressions"`
}

type explainedExpression struct {
	Text    string        `json:"text"`
	Row     int           `json:"row"`
	Col     int           `json:"col"`
	Outcome string        `json:"outcome"`
	Negated bool          `json:"negated"`
	Tries   int           `json:"tries"`
	Values  []seenValue   `json:"values"`
	Samples [][]seenValue `json:"samples,omitempty"`
}

// newTried brings the compiled body and the written one together, by their places.
func (w *witness) newTried(rule *ast.Rule, parent *triedRule) *triedRule {
	t := &triedRule{rule: rule, parent: parent, index: len(w.tried), byExpr: map[*ast.Expr]*step{}}
	w.tried = append(w.tried, t)
	var sources []*sourceExpr
	if known, ok := w.written[rowOf(rule.Location)]; ok {
		t.written, t.isElse = known.rule, known.isElse
		for _, expr := range known.rule.Body {
			if !isTrue(expr) || !expr.Generated {
				sources = append(sources, newSource(expr))
			}
		}
	}
	var strays []*step
	for _, expr := range rule.Body {
		s := &step{expr: expr}
		t.steps, t.byExpr[expr] = append(t.steps, s), s
		switch {
		case isTrue(expr) && expr.Generated || expr.Location == nil:
		case containing(sources, expr.Location) != nil:
			s.belongs(containing(sources, expr.Location))
		default:
			strays = append(strays, s)
		}
	}
	// The head asks for something, too: allowed := input.x
	slices.SortStableFunc(strays, func(a, b *step) int { return len(b.expr.Location.Text) - len(a.expr.Location.Text) })
	heads := []*sourceExpr{}
	for _, s := range strays {
		if containing(heads, s.expr.Location) == nil {
			heads = append(heads, newSource(s.expr))
		}
	}
	for _, s := range t.steps {
		if slices.Contains(strays, s) {
			s.belongs(containing(heads, s.expr.Location))
		}
	}
	return t
}

func newSource(expr *ast.Expr) *sourceExpr {
	loc := exprLocation(expr)
	return &sourceExpr{text: oneLine(loc, expr.String()), loc: loc, whole: expr.Location, negate: expr.Negated}
}

func (s *step) belongs(source *sourceExpr) {
	s.source = source
	source.steps = append(source.steps, s)
}

func containing(sources []*sourceExpr, loc *ast.Location) *sourceExpr {
	for _, s := range sources {
		if w := s.whole; w != nil && w.Offset <= loc.Offset && loc.Offset < w.Offset+max(1, len(w.Text)) {
			return s
		}
	}
	return nil
}

// told is all that was seen, in the order of trying.
func (w *witness) told() []explainedRule {
	out := []explainedRule{}
	for _, t := range w.tried {
		told := explainedRule{
			Name: t.rule.Module.Package.Path.Extend(t.rule.Head.Ref().GroundPrefix()).String(),
			Text: w.firstLine(t.rule.Location), IsDefault: t.rule.Default, IsElse: t.isElse, Args: t.args,
			Parent: -1, Outcome: "failed", Value: t.seen(), Expressions: t.expressions(),
		}
		p := placeOf(t.rule.Location)
		told.File, told.Row, told.Col = p.File, p.Row, p.Col
		if t.parent != nil {
			told.Parent = t.parent.index
		}
		if t.held {
			told.Outcome = "held"
		}
		if t.broken {
			told.Outcome = "error"
		}
		out = append(out, told)
	}
	return out
}

func (w *witness) firstLine(loc *ast.Location) string {
	if loc == nil {
		return ""
	}
	whole, _ := w.src.line(problem{File: loc.File, Row: loc.Row})
	return clip(strings.TrimSpace(whole))
}

func (t *triedRule) seen() *seenValue {
	if !t.held {
		return nil
	}
	var value ast.Value
	switch {
	case t.partial != nil && t.rule.Head.DocKind() == ast.PartialObjectDoc:
		value = ast.NewArray(t.partial...)
	case t.partial != nil:
		value = ast.NewSet(t.partial...)
	case t.value != nil && t.value.IsGround():
		value = t.value.Value
	default:
		return nil
	}
	v := seen(nameOf(t.rule), value)
	return &v
}

func (t *triedRule) expressions() []explainedExpression {
	var all []*sourceExpr
	for _, s := range t.steps {
		if s.source != nil && !slices.Contains(all, s.source) {
			all = append(all, s.source)
		}
	}
	slices.SortStableFunc(all, func(a, b *sourceExpr) int { return a.loc.Offset - b.loc.Offset })
	out := []explainedExpression{}
	for _, source := range all {
		p := placeOf(source.loc)
		told := explainedExpression{Text: source.text, Row: p.Row, Col: p.Col, Outcome: "not-reached", Negated: source.negate, Values: []seenValue{}}
		source.tell(&told)
		out = append(out, told)
	}
	return out
}

func (s *sourceExpr) tell(out *explainedExpression) {
	for _, step := range s.steps {
		out.Tries = max(out.Tries, step.tries)
	}
	if s.held() {
		out.Outcome = "held"
		if s.values != nil {
			out.Values = s.values
		}
		return
	}
	for _, step := range s.steps {
		if step.held || step.fails == 0 {
			continue
		}
		out.Outcome, out.Tries = "failed", step.tries
		if len(step.samples) > 0 {
			out.Values = step.samples[0]
		}
		if step.tries > 1 {
			out.Samples = step.samples
		}
	}
	if len(s.nested) > 0 && out.Outcome == "failed" {
		// The element of an `every` for which it is not true.
		out.Values = append(slices.Clone(s.nested[0]), out.Values...)
	}
}
