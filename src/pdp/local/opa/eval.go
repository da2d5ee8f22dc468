package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/topdown/cache"
)

type done struct {
	Done bool `json:"done"`
}

// eval answers each query in its own line, in order and at once. The first line, {"started":true}, says that all queries are
// prepared: whoever guards the time begins to count there.
func (s *server) eval(req *request, inputs []byte) (any, error) {
	if s.session == nil {
		return nil, errors.New("there is nothing to evaluate: prepare comes first")
	}
	asked := make([]question, len(req.Paths))
	for i, path := range req.Paths {
		asked[i] = s.session.question(path)
	}
	s.emit(fmt.Appendf(nil, `{"id":%d,"started":true}`, req.ID))
	run := &evaluation{
		timeout: time.Duration(req.TimeoutMs) * time.Millisecond,
		memory:  req.MemoryBytes,
		values:  cache.NewInterQueryValueCache(context.Background(), nil),
		src:     s.session.src,
	}
	for i, at := range req.Queries {
		var line []byte
		line, inputs, _ = bytes.Cut(inputs, []byte{'\n'})
		if at < 0 || at >= len(asked) {
			return nil, fmt.Errorf("query %d names no path", i)
		}
		s.emit(run.answer(req.ID, i, asked[at], line))
	}
	return done{true}, nil
}

// A question is a path made ready, or what stands in the way.
type question struct {
	query *rego.PreparedEvalQuery
	fault problems
}

// isNothing is true where the compiler knows already that there is no answer.
func (q question) isNothing() bool { return q.query == nil && q.fault == nil }

func (s *session) question(path string) question {
	ref := pathRef(path)
	kind := surfaceOf(s.compiler, ref).Kind
	if kind == "function" {
		return question{fault: problems{{Code: "ERR_ENTRYPOINT_FUNCTION", Message: fmt.Sprintf("%q is a function and cannot be asked; name a rule or a package", path)}}}
	}
	if ready, known := s.queries[path]; known {
		return question{query: ready}
	}
	body := ast.NewBody(ast.NewExpr(ast.NewTerm(ref)))
	ready, err := rego.New(rego.Compiler(s.compiler), rego.Store(s.store), rego.ParsedQuery(body)).PrepareForEval(context.Background())
	if err != nil {
		fault := flatten(err, s.src)
		if kind == "missing" || strings.HasPrefix(fault[0].Message, "undefined ref") {
			return question{} // the type checker knows that nothing can be there
		}
		return question{fault: fault}
	}
	s.queries[path] = &ready
	return question{query: &ready}
}

type evaluation struct {
	timeout time.Duration
	memory  uint64
	values  cache.InterQueryValueCache
	src     *sources
}

func (e *evaluation) answer(id, i int, q question, input []byte) []byte {
	start := time.Now()
	value, err := e.ask(q, input)
	ns := time.Since(start).Nanoseconds()
	switch {
	case err != nil:
		told, _ := json.Marshal(flatten(err, e.src)[0])
		return fmt.Appendf(nil, `{"id":%d,"i":%d,"ns":%d,"error":%s}`, id, i, ns, told)
	case value == nil:
		return fmt.Appendf(nil, `{"id":%d,"i":%d,"ns":%d,"undefined":true}`, id, i, ns)
	}
	return fmt.Appendf(nil, `{"id":%d,"i":%d,"ns":%d,"result":%s}`, id, i, ns, value)
}

func (e *evaluation) ask(q question, line []byte) (value json.RawMessage, err error) {
	defer func() {
		if r := recover(); r != nil {
			value, err = nil, problems{{Code: "ERR_EVALUATION_CRASHED", Message: fmt.Sprintf("opa failed: %v", r)}}
		}
	}()
	if q.fault != nil {
		return nil, q.fault
	}
	if q.isNothing() {
		return nil, nil
	}
	limit := newLimit(e.timeout, e.memory)
	opts := []rego.EvalOption{
		rego.EvalExternalCancel(limit),
		rego.EvalInterQueryBuiltinValueCache(e.values),
		rego.EvalSortSets(true),
	}
	if len(line) > 0 {
		input, err := ast.ValueFromReader(bytes.NewReader(line))
		if err != nil {
			return nil, problems{{Code: "ERR_INPUT", Message: "the input is not JSON: " + err.Error()}}
		}
		opts = append(opts, rego.EvalParsedInput(input))
	}
	found, err := q.query.Eval(context.Background(), opts...)
	if err != nil {
		return nil, limit.explain(err)
	}
	if len(found) == 0 || len(found[0].Expressions) == 0 {
		return nil, nil
	}
	return json.Marshal(found[0].Expressions[0].Value)
}

// explain names the limit that ended an evaluation; any other error stays as it is.
func (l *limit) explain(err error) error {
	var stopped *topdown.Error
	if errors.As(err, &stopped) && stopped.Code == topdown.CancelErr && l.reason.Code != "" {
		return problems{at(l.reason, stopped.Location)}
	}
	return err
}
