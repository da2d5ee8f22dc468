package main

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
)

// A surface is what the compiler knows of an entrypoint before any evaluation.
type surface struct {
	Kind     string   `json:"kind"` // package, rule, function, missing
	Allows   bool     `json:"allows"`
	DenySets []string `json:"denySets"`
}

// pathRef turns visor/check/execute into data.visor.check.execute. Segments come from users: they are only ever strings.
func pathRef(path string) ast.Ref {
	ref := ast.Ref{ast.DefaultRootDocument}
	for segment := range strings.SplitSeq(path, "/") {
		ref = append(ref, ast.StringTerm(segment))
	}
	return ref
}

func missing() surface { return surface{Kind: "missing", DenySets: []string{}} }

func surfaceOf(c *ast.Compiler, ref ast.Ref) surface {
	s := missing()
	node := c.RuleTree
	for _, term := range ref {
		// A rule above the path may reach into it: `check[x].allowed := …` in package visor, or `check := {"execute": …}`.
		s.Allows = s.Allows || isValue(node)
		next := node.Child(term.Value)
		if next == nil {
			if s.Allows {
				s.Kind = "rule"
			}
			return s
		}
		node = next
	}
	switch {
	case len(node.Values) == 0:
		s.Kind = "package"
		s.Allows = s.Allows || hasRules(node.Child(ast.String("allowed"))) || hasRules(node.Child(ast.String("allow")))
		for _, name := range []string{"deny", "violation", "violations"} {
			if collects(c, ref, node.Child(ast.String(name)), name) {
				s.DenySets = append(s.DenySets, name)
			}
		}
	case isValue(node):
		s.Kind = "rule"
		// As `execute[x] := …`: the key may be "allowed".
		s.Allows = s.Allows || !node.Values[0].Head.Ref().IsGround()
	default:
		s.Kind = "function"
	}
	return s
}

// isValue is true where rules, and not functions, stand at this very place.
func isValue(n *ast.TreeNode) bool {
	return len(n.Values) > 0 && len(n.Values[0].Head.Args) == 0
}

func hasRules(n *ast.TreeNode) bool {
	if n == nil {
		return false
	}
	if len(n.Values) > 0 {
		return true
	}
	for _, child := range n.Children {
		if hasRules(child) {
			return true
		}
	}
	return false
}

// collects is true where every value of the rule is a set, an array or an object.
func collects(c *ast.Compiler, pkg ast.Ref, n *ast.TreeNode, name string) bool {
	if !hasRules(n) {
		return false
	}
	if len(n.Values) == 0 {
		return true // deny.a := …, deny.b := …
	}
	return isValue(n) && isCollection(c.TypeEnv.GetByRef(pkg.Append(ast.StringTerm(name))))
}

func isCollection(t types.Type) bool {
	switch t := t.(type) {
	case *types.Set, *types.Array, *types.Object:
		return true
	case types.Any:
		for _, member := range t {
			if !isCollection(member) {
				return false
			}
		}
		return len(t) > 0
	}
	return false
}
