package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/base64"
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

// bundleFiles are all files of a bundle. The base is what a signature puts before their names, and is not part of their places.
type bundleFiles struct {
	all  []bundleFile
	base string
}

func (f bundleFiles) below(base string) bundleFiles { return bundleFiles{f.all, base} }

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
	files bundleFiles
}

func (l *memoryLoader) NextFile() (*bundle.Descriptor, error) {
	if len(l.files.all) == 0 {
		return nil, io.EOF
	}
	next := l.files.all[0]
	l.files.all = l.files.all[1:]
	return bundle.NewDescriptor(l.files.base+next.path, next.path, bytes.NewBuffer(next.bytes)), nil
}

func (l *memoryLoader) WithFilter(filter.LoaderFilter) bundle.DirectoryLoader   { return l }
func (l *memoryLoader) WithPathFormat(bundle.PathFormat) bundle.DirectoryLoader { return l }
func (l *memoryLoader) WithSizeLimitBytes(int64) bundle.DirectoryLoader         { return l }
func (l *memoryLoader) WithFollowSymlinks(bool) bundle.DirectoryLoader          { return l }
