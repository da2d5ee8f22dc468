package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/topdown/cache"
)

type explained struct {
	Outcome   outcome         `json:"outcome"`
	Rules     []explainedRule `json:"rules"`
	Truncated bool            `json:"truncated"`
}

// An outcome is one line of an eval, in the words of the parent.
type outcome struct {
	Kind  string          `json:"kind"`
	Value json.RawMessage `json:"value,omitempty"`
	Error *problem        `json:"error,omitempty"`
	Ns    int64           `json:"ns"`
}

// explain answers one query just as eval does, and then once more, watched and without the shortcuts that leave bodies untried.
// The answer is the first one's; whatever happens to the second, it only tells less.
func (s *server) explain(req *request) (any, error) {
	if s.session == nil {
		return nil, errors.New("there is nothing to explain: prepare comes first")
	}
	timeout := time.Duration(req.TimeoutMs) * time.Millisecond
	run := &evaluation{
		timeout: timeout, memory: req.MemoryBytes, src: s.session.src,
		values: cache.NewInterQueryValueCache(context.Background(), nil),
	}
	asked := s.session.question(req.Path)
	start := time.Now()
	value, err := run.ask(asked, req.Input)
	out := explained{Rules: []explainedRule{}, Outcome: outcome{Kind: "result", Value: value, Ns: time.Since(start).Nanoseconds()}}
	switch {
	case err != nil:
		out.Outcome.Kind, out.Outcome.Error = "error", &flatten(err, s.session.src)[0]
	case value == nil:
		out.Outcome.Kind = "undefined"
	}
	if asked.query == nil {
		return out, nil
	}
	var input ast.Value
	if len(req.Input) > 0 {
		if input, err = ast.ValueFromReader(bytes.NewReader(req.Input)); err != nil {
			return out, nil
		}
	}
	if timeout > 0 {
		timeout = max(timeout-time.Since(start), 50*time.Millisecond)
	}
	w := newWitness(s.session.src, s.session.compiler, s.session.store)
	w.conflict = out.Outcome.Error != nil && out.Outcome.Error.Code == topdown.ConflictErr
	w.watch(asked.query, input, newLimit(timeout, req.MemoryBytes))
	out.Rules, out.Truncated = w.told(), w.truncated
	return out, nil
}

// watch evaluates under the eyes of the witness. An error or a panic ends what it sees, and nothing else.
func (w *witness) watch(query *rego.PreparedEvalQuery, input ast.Value, limit *limit) {
	defer func() {
		if r := recover(); r != nil {
			w.truncated = true
		}
	}()
	opts := []rego.EvalOption{
		rego.EvalExternalCancel(limit),
		rego.EvalQueryTracer(w),
		rego.EvalRuleIndexing(false),
		rego.EvalEarlyExit(false),
		rego.EvalVirtualCache(w.rulesSeen),
		rego.EvalSortSets(true),
	}
	if input != nil {
		opts = append(opts, rego.EvalParsedInput(input))
	}
	if _, err := query.Eval(context.Background(), opts...); err != nil {
		w.failed(err)
	}
}

// failed marks the bodies that an error has left unfinished, and the one that it names.
func (w *witness) failed(err error) {
	var stopped *topdown.Error
	if errors.As(err, &stopped) && stopped.Code == topdown.CancelErr {
		w.truncated = true
	}
	for t := w.last; t != nil; t = t.parent {
		if !t.held {
			t.broken = true
		}
	}
	if stopped == nil || stopped.Location == nil {
		return
	}
	for _, t := range w.tried {
		if t.rule.Location != nil && t.rule.Location.File == stopped.Location.File && t.rule.Location.Row == stopped.Location.Row {
			t.broken = true
		}
	}
}

// A witness folds the steps of one evaluation into the bodies that were tried.
type witness struct {
	src       *sources
	compiler  *ast.Compiler
	names     map[ast.Var]ast.Var
	data      ast.Value
	rulesSeen topdown.VirtualCache
	written   map[string]writtenRule
	frames    map[uint64]*frame
	tried     []*triedRule
	last      *triedRule
	truncated bool
	conflict  bool // the query ends with one
	asked     map[askedRule]bool
}

const (
	maxTried   = 200
	maxFrames  = 100_000
	maxSamples = 3
)

func newWitness(src *sources, c *ast.Compiler, store storage.Store) *witness {
	w := &witness{
		src: src, compiler: c, names: c.RewrittenVars, data: rootOf(store), rulesSeen: topdown.NewVirtualCache(),
		written: map[string]writtenRule{}, asked: map[askedRule]bool{}, frames: map[uint64]*frame{},
	}
	for _, mod := range src.parsed {
		for _, rule := range mod.Rules {
			for r := rule; r != nil; r = r.Else {
				w.written[rowOf(r.Location)] = writtenRule{r, r != rule}
			}
		}
	}
	return w
}

type writtenRule struct {
	rule   *ast.Rule
	isElse bool
}

func rowOf(loc *ast.Location) string {
	if loc == nil {
		return ""
	}
	return fmt.Sprintf("%s:%d:%d", loc.File, loc.Row, loc.Col)
}
