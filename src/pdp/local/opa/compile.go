package main

import (
	"context"
	"encoding/json"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/util"
)

// newStore returns the store that policies see as data.*; undefined stands for an empty one.
func newStore(raw json.RawMessage) (storage.Store, error) {
	data := map[string]any{}
	if len(raw) > 0 {
		if err := util.UnmarshalJSON(raw, &data); err != nil {
			return nil, problems{{Code: "ERR_POLICY_DATA", Message: "the data is not a JSON object: " + err.Error()}}
		}
	}
	return inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true)), nil
}

type compiling struct {
	prints bool // keep print(): tests show what it says
	tests  bool // the tester adds stages of its own
}

// compileAll compiles all files together and returns them as they compiled, which may be as v0 where they parsed as v1.
func compileAll(src *sources, store storage.Store, how compiling) (*sources, *ast.Compiler, error) {
	c, err := compileOnce(src, store, how)
	if err == nil {
		return src, c, nil
	}
	if next, changed := src.rereadAsV0(collect(err)); changed {
		if c, again := compileOnce(next, store, how); again == nil {
			return next, c, nil
		}
	}
	return src, nil, flatten(err, src)
}

func compileOnce(src *sources, store storage.Store, how compiling) (*ast.Compiler, error) {
	ctx := context.Background()
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, err
	}
	defer store.Abort(ctx, txn)
	c := newCompiler(how).WithPathConflictsCheck(storage.NonEmpty(ctx, store, txn))
	if c.Compile(src.parsed); c.Failed() {
		return nil, c.Errors
	}
	return c, nil
}

func newCompiler(how compiling) *ast.Compiler {
	return ast.NewCompiler().
		WithCapabilities(capabilities()).
		WithEnablePrintStatements(how.prints).
		WithUseTypeCheckAnnotations(true).
		SetErrorLimit(maxProblems)
}

// check parses and compiles, and says what each file was read as.
func check(req *request) (any, error) {
	src, err := parse(req.Modules)
	if err != nil {
		return nil, flatten(err, src)
	}
	store, err := newStore(req.Data)
	if err != nil {
		return nil, err
	}
	src, _, err = compileAll(src, store, compiling{prints: true})
	if err != nil {
		return nil, err
	}
	return struct {
		RegoVersions map[string]string `json:"regoVersions"`
	}{src.versions()}, nil
}
