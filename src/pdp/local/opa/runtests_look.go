package main

import (
	"regexp"
	"runtime"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
)

type failedAt struct {
	Text string `json:"text"`
	place
}

// lookAt evaluates a failing test once more, watched, and tells the expression that it ended at.
func (s *session) lookAt(r *tester.Result, timeout time.Duration) (*failedAt, []seenValue) {
	query := s.question(testPath(r))
	if query.query == nil {
		return nil, nil
	}
	w := newWitness(s.src, s.compiler, s.store)
	w.watch(query.query, nil, newLimit(timeout, 0))
	for _, t := range w.tried {
		if t.parent != nil || r.Location == nil || t.rule.Location == nil || t.rule.Location.Row != r.Location.Row || t.rule.Location.File != r.Location.File {
			continue
		}
		for _, expr := range t.expressions() {
			if expr.Outcome == "failed" {
				return &failedAt{expr.Text, place{r.Location.File, expr.Row, expr.Col}}, expr.Values
			}
		}
		// One of several cases failed, or the test holds and is not true.
		for _, s := range t.steps {
			if s.source != nil && len(s.samples) > 0 {
				p := placeOf(s.source.loc)
				return &failedAt{s.source.text, p}, s.samples[0]
			}
		}
		return &failedAt{w.firstLine(r.Location), placeOf(r.Location)}, nil
	}
	return nil, nil
}

// casesOf are the failing ones of the cases that one test consists of, as in test_x[name].
func casesOf(r *tester.Result) []string {
	var out []string
	for name, sub := range r.SubResults.Iter {
		if sub.Fail && len(sub.SubResults) == 0 {
			out = append(out, strings.Join(name, "/"))
		}
	}
	return out
}

// unrun are the tests that there was no time for.
func unrun(c *ast.Compiler, filter string, results []testResult) []testResult {
	chosen, err := regexp.Compile(filter)
	if err != nil {
		return nil
	}
	known := map[string]bool{}
	for _, r := range results {
		known[r.Package+"."+r.Name] = true
	}
	var out []testResult
	for _, mod := range c.Modules {
		for _, rule := range mod.Rules {
			pkg, name := mod.Package.Path.String(), nameOf(rule)
			if full := pkg + "." + name; isTest(name) && !known[full] && chosen.MatchString(full) {
				known[full] = true
				p := placeOf(rule.Location)
				out = append(out, testResult{Package: pkg, Name: name, File: p.File, Row: p.Row, Error: &problem{
					Code: "ERR_TEST_TIMEOUT", Message: "the tests before this one took all the time there was",
				}})
			}
		}
	}
	return out
}

// testPath is where a test is asked for: its name may hold what no rule's name can, as in test_x#01.
func testPath(r *tester.Result) string {
	pkg, err := ast.ParseRef(r.Package)
	if err != nil {
		return r.Name
	}
	return slashes(pkg) + "/" + r.Name
}

// A yielding tracer lets others run now and then, while a test does: in WebAssembly nothing else would, no timer among them.
type yielding struct {
	cover   *cover.Cover
	timeout time.Duration
	until   time.Time
	events  int
	last    time.Time
}

const (
	eventsPerClock = 64
	yieldEvery     = 20 * time.Millisecond
)

func (y *yielding) Enabled() bool { return true }

func (y *yielding) Config() topdown.TraceConfig {
	if y.cover != nil {
		return y.cover.Config()
	}
	return topdown.TraceConfig{}
}

func (y *yielding) TraceEvent(evt topdown.Event) {
	if y.cover != nil {
		y.cover.TraceEvent(evt)
	}
	if y.events++; y.events%eventsPerClock != 0 {
		return
	}
	if now := time.Now(); y.over() || now.Sub(y.last) > yieldEvery {
		y.last = now
		runtime.Gosched()
	}
}

func (y *yielding) over() bool { return y.timeout > 0 && !time.Now().Before(y.until) }

// rest is the time that is left, at most a second for one test.
func (y *yielding) rest() time.Duration {
	if y.timeout == 0 {
		return time.Second
	}
	return min(time.Second, max(time.Until(y.until), time.Millisecond))
}
