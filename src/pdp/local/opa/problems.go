package main

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// At most so many problems are told at once: nobody reads more, and annotations stop at ten.
const maxProblems = 50

// flatten returns what err says as values, with a hint for each that we know a way out of.
func flatten(err error, src *sources) problems {
	found := collect(err)
	if src != nil {
		for i := range found {
			if found[i].Hint == "" {
				found[i].Hint = src.hint(found[i])
			}
		}
	}
	if len(found) > maxProblems {
		found = found[:maxProblems]
	}
	return found
}

func collect(err error) problems {
	var (
		own     problems
		many    ast.Errors
		one     *ast.Error
		several rego.Errors
		eval    *topdown.Error
	)
	switch {
	case errors.As(err, &own):
		return slices.Clone(own)
	case errors.As(err, &many):
		list := make(problems, 0, len(many))
		for _, e := range many {
			list = append(list, fromAST(e))
		}
		slices.SortStableFunc(list, byPlace)
		return list
	case errors.As(err, &one):
		return problems{fromAST(one)}
	case errors.As(err, &several):
		var list problems
		for _, e := range several {
			list = append(list, collect(e)...)
		}
		return list
	case errors.As(err, &eval):
		return problems{at(problem{Code: eval.Code, Message: eval.Message}, eval.Location)}
	}
	return problems{{Code: "ERR_OPA", Message: err.Error()}}
}

func fromAST(e *ast.Error) problem {
	p := at(problem{Code: e.Code, Message: e.Message}, e.Location)
	if m := lastPlace.FindStringSubmatch(e.Message); m != nil {
		// OPA reports two defaults at the package line; the second default is what has to go.
		p.File, p.Col = m[1], 1
		p.Row, _ = strconv.Atoi(m[2])
	}
	return p
}

var lastPlace = regexp.MustCompile(`^multiple default rules .*[ ,](\S+):(\d+)$`)

func at(p problem, loc *ast.Location) problem {
	if loc != nil {
		p.File, p.Row, p.Col = loc.File, loc.Row, loc.Col
	}
	return p
}

func byPlace(a, b problem) int {
	if c := strings.Compare(a.File, b.File); c != 0 {
		return c
	}
	if a.Row != b.Row {
		return a.Row - b.Row
	}
	return a.Col - b.Col
}
