package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/version"
)

// A session is what one prepare leaves behind for the operations after it.
type session struct {
	src      *sources
	store    storage.Store
	compiler *ast.Compiler
	points   []string
	surfaces map[string]surface
	queries  map[string]*rego.PreparedEvalQuery
}

type prepared struct {
	OPAVersion   string             `json:"opaVersion"`
	RegoVersions map[string]string  `json:"regoVersions"`
	Entrypoints  map[string]surface `json:"entrypoints"`
	Builtins     []string           `json:"builtins"`
	HostBuiltins []string           `json:"hostBuiltins"`
	Reads        policyKeys         `json:"readsPolicyKeys"`
	Analysis     *analysis          `json:"analysis,omitempty"`
}

func (s *server) prepare(req *request) (any, error) {
	s.session = nil
	src, err := parse(req.Modules)
	if err != nil {
		return nil, flatten(err, src)
	}
	store, err := newStore(req.Data)
	if err != nil {
		return nil, err
	}
	src, compiler, err := compileAll(src, store, compiling{})
	if err != nil {
		return nil, err
	}
	next := &session{src: src, store: store, compiler: compiler, surfaces: map[string]surface{}, queries: map[string]*rego.PreparedEvalQuery{}}
	for _, path := range req.Entrypoints {
		if _, known := next.surfaces[path]; !known {
			next.points = append(next.points, path)
			next.surfaces[path] = next.surface(path)
		}
	}
	s.session = next
	builtins, reads := readsOf(compiler.Modules)
	out := prepared{
		OPAVersion:   version.Version,
		RegoVersions: src.versions(),
		Entrypoints:  next.surfaces,
		Builtins:     builtins,
		HostBuiltins: hostOnly(builtins),
		Reads:        reads,
	}
	if req.Analyze {
		out.Analysis = analyze(src, compiler, store)
	}
	return out, nil
}

func (s *session) surface(path string) surface {
	found := surfaceOf(s.compiler, pathRef(path))
	if found.Kind == "rule" && s.question(path).isNothing() {
		return missing() // below a rule whose value cannot go so deep
	}
	return found
}
