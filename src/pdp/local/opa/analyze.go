package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
)

// An analysis is what the files themselves say: for whoever checks policies before they are asked.
type analysis struct {
	Rules      []analyzedRule    `json:"rules"`
	InputRefs  []inputRef        `json:"inputRefs"`
	DataRefs   []dataRef         `json:"dataRefs"`
	Builtins   []analyzedBuiltin `json:"builtins"`
	RoleNames  []constant        `json:"roleNames"`
	Scopes     []constant        `json:"scopes"`
	Strings    []string          `json:"strings"`
	PolicyKeys policyReads       `json:"policyKeys"`
}

type place struct {
	File string `json:"file"`
	Row  int    `json:"row"`
	Col  int    `json:"col"`
}

type span struct {
	place
	EndRow int `json:"endRow"`
	EndCol int `json:"endCol"`
}

type analyzedBuiltin struct {
	place
	Name string `json:"name"`
	Host bool   `json:"host"`
}

type constant struct {
	place
	Value string `json:"value"`
}

func placeOf(loc *ast.Location) place {
	if loc == nil {
		return place{}
	}
	return place{loc.File, loc.Row, loc.Col}
}

func spanOf(loc *ast.Location) span {
	s := span{place: placeOf(loc)}
	if loc == nil {
		return s
	}
	text := string(loc.Text)
	s.EndRow, s.EndCol = s.Row+strings.Count(text, "\n"), s.Col+len([]rune(text))
	if at := strings.LastIndexByte(text, '\n'); at >= 0 {
		s.EndCol = 1 + len([]rune(text[at+1:]))
	}
	return s
}

func comparePlaces(a, b place) int {
	return cmp.Or(strings.Compare(a.File, b.File), a.Row-b.Row, a.Col-b.Col)
}

// isTestFile is true for what `opa test` would run: it is asked for nothing, and reads what it has written itself.
func isTestFile(path string) bool { return strings.HasSuffix(path, "_test.rego") }

func isTest(name string) bool {
	return strings.HasPrefix(name, "test_") || strings.HasPrefix(name, "todo_test_")
}

// An analyzer walks the compiled modules: there imports are resolved, and every local variable has a name that no other has.
type analyzer struct {
	compiler *ast.Compiler
	data     ast.Value
	src      *sources
	locals   map[ast.Var]*ast.Term
	passed   map[ast.Var]bool // they only carry the argument of an object.get
	uses     map[ast.Var]uses
	params   map[ast.Var]param
	calls    []functionCall
	byRole   map[string]map[int]bool // functions, and which of their arguments are looked for among roles
	seen     map[sight]bool
	areRoles map[*ast.Rule]bool // whether all rules of one name are somebody's roles, by the first of them
	expanded map[expansion]bool
	aliasing bool // the expression gives a reference a name, under which it is only read further on
	file     string
	pkg      string
	rule     string
	out      *analysis
}

func analyze(src *sources, c *ast.Compiler, store storage.Store) *analysis {
	a := &analyzer{
		compiler: c, data: rootOf(store), src: src, passed: map[ast.Var]bool{}, uses: map[ast.Var]uses{},
		locals: map[ast.Var]*ast.Term{}, params: map[ast.Var]param{},
		byRole: map[string]map[int]bool{}, seen: map[sight]bool{},
		areRoles: map[*ast.Rule]bool{}, expanded: map[expansion]bool{},
		out: &analysis{
			Rules: []analyzedRule{}, InputRefs: []inputRef{}, DataRefs: []dataRef{}, Builtins: []analyzedBuiltin{},
			RoleNames: []constant{}, Scopes: []constant{}, Strings: []string{},
		},
	}
	files := []string{}
	for _, file := range slices.Sorted(slices.Values(src.order)) {
		if !isTestFile(file) {
			files = append(files, file)
		}
	}
	words := map[string]bool{}
	for _, file := range files {
		a.bodies(src.parsed[file])
		stringsOf(src.parsed[file], words)
		a.learn(c.Modules[file])
	}
	for word := range words {
		a.out.Strings = append(a.out.Strings, word)
	}
	slices.Sort(a.out.Strings)
	for _, file := range files {
		a.module(file, src.parsed[file], c.Modules[file])
	}
	a.roleArguments()
	a.sort()
	return a.out
}

func (a *analyzer) module(file string, parsed, compiled *ast.Module) {
	a.file, a.pkg = file, slashes(compiled.Package.Path)
	a.rule = ""
	for _, imp := range parsed.Imports {
		if ref, ok := imp.Path.Value.(ast.Ref); ok && ast.DefaultRootDocument.Equal(ref[0]) {
			a.readData(ref, imp.Location)
		}
	}
	for _, rule := range compiled.Rules {
		a.rule = nameOf(rule)
		if !isTest(a.rule) {
			a.walk(rule)
		}
	}
}

type sight struct {
	kind string
	at   place
	what string
}

// once is true for the first time something is seen at a place: the compiler copies what it rewrites.
func (a *analyzer) once(kind string, p place, what string) bool {
	key := sight{kind, p, what}
	if a.seen[key] {
		return false
	}
	a.seen[key] = true
	return true
}

func (a *analyzer) sort() {
	slices.SortStableFunc(a.out.InputRefs, func(x, y inputRef) int { return comparePlaces(x.place, y.place) })
	slices.SortStableFunc(a.out.DataRefs, func(x, y dataRef) int { return comparePlaces(x.place, y.place) })
	slices.SortStableFunc(a.out.Builtins, func(x, y analyzedBuiltin) int { return comparePlaces(x.place, y.place) })
	for _, list := range [][]constant{a.out.RoleNames, a.out.Scopes} {
		slices.SortStableFunc(list, func(x, y constant) int { return comparePlaces(x.place, y.place) })
	}
}
