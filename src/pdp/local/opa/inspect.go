package main

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

type inspected struct {
	RegoVersions map[string]string  `json:"regoVersions"`
	Packages     []inspectedPackage `json:"packages"`
}

type inspectedPackage struct {
	Path        string          `json:"path"` // as in an entrypoint: visor/check/execute
	Files       []string        `json:"files"`
	Annotations []*annotation   `json:"annotations"`
	Rules       []inspectedRule `json:"rules"`
}

type inspectedRule struct {
	Name        string        `json:"name"`
	File        string        `json:"file"`
	Row         int           `json:"row"`
	Function    bool          `json:"function"`
	Default     bool          `json:"default"`
	Annotations []*annotation `json:"annotations"`
}

type annotation = ast.Annotations

// inspect lists the packages of the files with their rules and METADATA. It parses; it does not compile.
func inspect(req *request) (any, error) {
	src, err := parse(req.Modules)
	if err != nil {
		return nil, flatten(err, src)
	}
	mods := make([]*ast.Module, 0, len(src.order))
	for _, path := range src.order {
		mods = append(mods, src.parsed[path])
	}
	set, errs := ast.BuildAnnotationSet(mods)
	if len(errs) > 0 {
		return nil, flatten(errs, src)
	}
	byPath := map[string]*inspectedPackage{}
	for _, file := range src.order {
		mod := src.parsed[file]
		path := slashes(mod.Package.Path)
		pkg := byPath[path]
		if pkg == nil {
			pkg = &inspectedPackage{Path: path, Annotations: orEmpty(set.GetSubpackagesScope(mod.Package.Path)), Rules: []inspectedRule{}}
			if own := set.GetPackageScope(mod.Package); own != nil {
				pkg.Annotations = append(pkg.Annotations, own)
			}
			byPath[path] = pkg
		}
		pkg.Files = append(pkg.Files, file)
		for _, rule := range mod.Rules {
			pkg.Rules = append(pkg.Rules, inspectedRule{
				Name: rule.Head.Ref().String(), File: file, Row: rule.Loc().Row,
				Function: len(rule.Head.Args) > 0, Default: rule.Default,
				Annotations: annotationsOf(set, rule),
			})
		}
	}
	out := inspected{RegoVersions: src.versions(), Packages: []inspectedPackage{}}
	for _, pkg := range byPath {
		out.Packages = append(out.Packages, *pkg)
	}
	slices.SortFunc(out.Packages, func(a, b inspectedPackage) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

// annotationsOf returns what stands above the rule: for the rule, or for all rules of its name.
func annotationsOf(set *ast.AnnotationSet, rule *ast.Rule) []*annotation {
	out := orEmpty(set.GetRuleScope(rule))
	if doc := set.GetDocumentScope(rule.Ref().GroundPrefix()); doc != nil {
		out = append(out, doc)
	}
	return out
}

func orEmpty(list []*annotation) []*annotation {
	return append([]*annotation{}, list...)
}

func slashes(ref ast.Ref) string {
	parts := make([]string, 0, len(ref))
	for _, term := range ref[1:] {
		if s, ok := term.Value.(ast.String); ok {
			parts = append(parts, string(s))
		}
	}
	return strings.Join(parts, "/")
}
