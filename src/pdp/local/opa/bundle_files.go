package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"io"

	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/loader/filter"
)

// maxUnpacked bounds all files of a bundle together: a few kilobytes may unpack to as many gigabytes.
const maxUnpacked = 64 << 20

var errTooLarge = fmt.Errorf("it unpacks to more than %d MiB", maxUnpacked>>20)

// A packed file is one of a folder that is laid out as a bundle, its path relative to that folder.
type packedFile struct {
	Path   string `json:"path"`
	Base64 string `json:"base64"`
}

type bundleFile struct {
	path  string
	bytes []byte
}

// unpack returns the files of a .tar.gz with their names as they stand there, which is how OPA takes them too.
func unpack(packed string) ([]bundleFile, error) {
	raw, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return nil, err
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	all, err := io.ReadAll(io.LimitReader(unzipped, maxUnpacked+1))
	if err != nil {
		return nil, err
	}
	if len(all) > maxUnpacked {
		return nil, errTooLarge
	}
	var files []bundleFile
	for entries := tar.NewReader(bytes.NewReader(all)); ; {
		header, err := entries.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		switch header.Typeflag {
		case tar.TypeDir, tar.TypeXGlobalHeader:
			continue
		case tar.TypeReg:
		default:
			// OPA passes over links. Here one would stand for a rule that is not there.
			return nil, fmt.Errorf("%q is a link or a device, not a file", header.Name)
		}
		content, err := io.ReadAll(entries)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", header.Name, err)
		}
		files = append(files, bundleFile{header.Name, content})
	}
}

func fromFolder(packed []packedFile) ([]bundleFile, error) {
	files, total := make([]bundleFile, 0, len(packed)), 0
	for _, f := range packed {
		content, err := base64.StdEncoding.DecodeString(f.Base64)
		if err != nil {
			return nil, err
		}
		if total += len(content); total > maxUnpacked {
			return nil, errTooLarge
		}
		files = append(files, bundleFile{"/" + f.Path, content})
	}
	return files, nil
}

// A memoryLoader gives OPA's reader files that lie in memory already. It is asked for nothing but the next one.
type memoryLoader struct {
	files []bundleFile
}

func (l *memoryLoader) NextFile() (*bundle.Descriptor, error) {
	if len(l.files) == 0 {
		return nil, io.EOF
	}
	next := l.files[0]
	l.files = l.files[1:]
	return bundle.NewDescriptor(next.path, next.path, bytes.NewBuffer(next.bytes)), nil
}

func (l *memoryLoader) WithFilter(filter.LoaderFilter) bundle.DirectoryLoader   { return l }
func (l *memoryLoader) WithPathFormat(bundle.PathFormat) bundle.DirectoryLoader { return l }
func (l *memoryLoader) WithSizeLimitBytes(int64) bundle.DirectoryLoader         { return l }
func (l *memoryLoader) WithFollowSymlinks(bool) bundle.DirectoryLoader          { return l }

var errNoBundle = errors.New("neither an archive nor files were given")
