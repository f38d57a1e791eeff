package policy

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// FileName is the name of a policy file, at the root of a module.
const FileName = ".ciolint.yml"

// Find returns the policy file that holds for the packages in dir: the one
// beside the nearest go.mod, upward from dir. "" says that there is none, or
// no module.
func Find(dir string) (string, error) {
	root, err := ModuleRoot(dir)
	if err != nil || root == "" {
		return "", err
	}
	// Whatever has the name is meant to be the policy: to read a directory or
	// a link to nowhere fails, and is no silent pass.
	name := filepath.Join(root, FileName)
	if _, err := os.Lstat(name); err == nil {
		return name, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", unread(name, err)
	}
	for _, wrong := range []string{".ciolint.yaml", "ciolint.yml", "ciolint.yaml"} {
		if found, _ := exists(filepath.Join(root, wrong)); found {
			return "", &Mistake{File: filepath.Join(root, wrong), Problem: "a policy is read from " + FileName + "; rename the file"}
		}
	}
	return "", nil
}

// ModuleRoot returns the directory of the nearest go.mod, "" if there is none.
func ModuleRoot(dir string) (string, error) {
	mod, err := upward(dir, "go.mod")
	if err != nil || mod == "" {
		return "", err
	}
	return filepath.Dir(mod), nil
}

// upward returns the nearest file of a name in dir or above, "" if there is
// none.
func upward(dir, name string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(dir, name)
		if found, err := exists(file); err != nil {
			return "", err
		} else if found {
			return file, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// exists reports whether there is something of that name that is no directory.
func exists(name string) (bool, error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() {
		return false, nil
	}
	return err == nil, err
}

// Read returns the content of a policy file, which may be as large as a
// policy may be and one byte more: [Parse] refuses that.
func Read(file string) ([]byte, error) {
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() { // to open a pipe may take for ever
		return nil, unread(file, errors.New("this is no regular file"))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, unread(file, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil {
		return nil, unread(file, err)
	}
	return data, nil
}

func unread(file string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err // the name is said already
	}
	return &Mistake{File: file, Problem: fmt.Sprintf("the policy cannot be read: %v", err)}
}

// loaded remembers what policy files said: a driver analyses many packages of
// a module in one process. Under go vet each has its own, and a language
// server outlives many edits, so the content decides, not the name alone.
var loaded struct {
	sync.Mutex
	files map[string]*reading
}

type reading struct {
	data   []byte
	policy *Policy
	err    error
}

// Load reads a policy file. It reads the file each time and parses it when it
// is new or has changed.
func Load(file string) (*Policy, error) {
	data, err := Read(file)
	if err != nil {
		return nil, err
	}
	loaded.Lock()
	defer loaded.Unlock()
	if r := loaded.files[file]; r != nil && bytes.Equal(r.data, data) {
		return r.policy, r.err
	}
	r := &reading{data: data}
	r.policy, r.err = Parse(file, data)
	if loaded.files == nil {
		loaded.files = map[string]*reading{}
	}
	loaded.files[file] = r
	return r.policy, r.err
}
