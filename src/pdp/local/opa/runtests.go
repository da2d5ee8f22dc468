package main

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
)

type testResult struct {
	Package    string      `json:"package"`
	Name       string      `json:"name"`
	File       string      `json:"file"`
	Row        int         `json:"row"`
	Pass       bool        `json:"pass"`
	Fail       bool        `json:"fail"`
	Skip       bool        `json:"skip"`
	Error      *problem    `json:"error,omitempty"`
	FailedAt   *failedAt   `json:"failedAt,omitempty"`
	Values     []seenValue `json:"values,omitempty"`
	Cases      []string    `json:"failedCases,omitempty"`
	Output     string      `json:"output,omitempty"`
	DurationNs int64       `json:"duration_ns"`
}

type tested struct {
	Results  []testResult  `json:"results"`
	Coverage *testCoverage `json:"coverage,omitempty"`
}

type testCoverage struct {
	Percentage float64                 `json:"percentage"`
	Files      map[string]fileCoverage `json:"files"`
}

type fileCoverage struct {
	Percentage float64     `json:"percentage"`
	Covered    []lineRange `json:"covered"`
	NotCovered []lineRange `json:"notCovered"`
}

type lineRange struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// runTests runs the test_ rules of the files, as `opa test` does.
func runTests(req *request) (any, error) {
	src, err := parse(req.Modules)
	if err != nil {
		return nil, flatten(err, src)
	}
	store, err := newStore(req.Data)
	if err != nil {
		return nil, err
	}
	// Compiled once to find out which dialect each file is; the tester compiles again, with stages of its own.
	if src, _, err = compileAll(src, store, compiling{prints: true}); err != nil {
		return nil, err
	}
	ctx, cancel := context.Background(), func() {}
	watch := &yielding{}
	if req.TimeoutMs > 0 {
		timeout := time.Duration(req.TimeoutMs) * time.Millisecond
		ctx, cancel = context.WithTimeout(ctx, timeout)
		watch.timeout, watch.until = timeout, time.Now().Add(timeout)
	}
	defer cancel()
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, err
	}
	defer store.Abort(ctx, txn)
	compiler := newCompiler(compiling{prints: true}).WithPathConflictsCheck(storage.NonEmpty(ctx, store, txn))
	runner := tester.NewRunner().
		SetCompiler(compiler).
		SetStore(store).
		SetModules(src.copies()).
		SetParallel(1).
		CapturePrintOutput(true).
		Filter(req.Run)
	if watch.timeout > 0 {
		runner.SetTimeout(watch.timeout)
	}
	if req.Coverage {
		watch.cover = cover.New()
	}
	if watch.timeout > 0 || watch.cover != nil {
		runner.SetCoverageQueryTracer(watch).SetCoverageRuns(nil)
	}
	found, err := runner.RunTests(ctx, txn)
	if err != nil {
		return nil, flatten(err, src)
	}
	out := tested{Results: []testResult{}}
	failing := []*tester.Result{}
	for r := range found {
		if r.Fail {
			failing = append(failing, r)
		}
		out.Results = append(out.Results, resultOf(r, src))
	}
	if watch.cover != nil {
		out.Coverage = coverageOf(watch.cover.Report(src.parsed))
	}
	if watch.over() {
		out.Results = append(out.Results, unrun(compiler, req.Run, out.Results)...)
	}
	slices.SortStableFunc(out.Results, func(a, b testResult) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Row-b.Row, strings.Compare(a.Name, b.Name))
	})
	looking := &session{src: src, store: store, compiler: compiler, queries: map[string]*rego.PreparedEvalQuery{}}
	for _, r := range failing {
		if watch.over() {
			break
		}
		at, values := looking.lookAt(r, watch.rest())
		for i := range out.Results {
			if own := &out.Results[i]; own.Name == r.Name && own.Package == r.Package {
				own.FailedAt, own.Values = at, values
			}
		}
	}
	return out, nil
}

func resultOf(r *tester.Result, src *sources) testResult {
	out := testResult{
		Package: r.Package, Name: r.Name, Fail: r.Fail, Skip: r.Skip, Pass: r.Pass(),
		Output: string(r.Output), Cases: casesOf(r), DurationNs: r.Duration.Nanoseconds(),
	}
	if r.Location != nil {
		out.File, out.Row = r.Location.File, r.Location.Row
	}
	if r.Error != nil {
		out.Error = &flatten(r.Error, src)[0]
		out.Pass = false
		if topdown.IsCancel(r.Error) {
			out.Error.Code, out.Error.Message = "ERR_TEST_TIMEOUT", "the tests took longer than they may; this one was not at its end"
		}
	}
	return out
}

func coverageOf(report cover.Report) *testCoverage {
	out := &testCoverage{Percentage: report.Coverage, Files: map[string]fileCoverage{}}
	for _, file := range slices.Sorted(maps.Keys(report.Files)) {
		if strings.HasSuffix(file, "_test.rego") {
			continue
		}
		f := report.Files[file]
		out.Files[file] = fileCoverage{Percentage: f.Coverage, Covered: linesOf(f.Covered), NotCovered: linesOf(f.NotCovered)}
	}
	return out
}

// linesOf joins what OPA tells by columns into whole lines.
func linesOf(ranges []cover.Range) []lineRange {
	lines := make([]lineRange, 0, len(ranges))
	for _, r := range ranges {
		lines = append(lines, lineRange{r.Start.Row, r.End.Row})
	}
	slices.SortFunc(lines, func(a, b lineRange) int { return a.Start - b.Start })
	out := []lineRange{}
	for _, next := range lines {
		if last := len(out) - 1; last >= 0 && next.Start <= out[last].End+1 {
			out[last].End = max(out[last].End, next.End)
		} else {
			out = append(out, next)
		}
	}
	return out
}
