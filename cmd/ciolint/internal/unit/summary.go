package unit

import (
	"bytes"
	"encoding/gob"
	"os"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"
)

// A summary is what a package tells those that import it. The go command
// keeps it in its cache, and runs the importers anew if its bytes change.
type summary struct {
	ReachesSDK bool   // an SDK is among its imports, at any depth
	Facts      []byte // see facts
	Types      []byte // export data, if importers would find none elsewhere
}

func readSummary(name string) (*summary, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	s := new(summary)
	return s, gob.NewDecoder(bytes.NewReader(data)).Decode(s)
}

// write writes the summary; p is nil if its types are unknown.
func (u *unit) write(p *packages.Package, facts []byte) error {
	if u.VetxOutput == "" {
		return nil
	}
	s := &summary{ReachesSDK: u.reachesSDK, Facts: facts}
	if p != nil && !u.hasExports() {
		var types bytes.Buffer
		if err := gcexportdata.Write(&types, p.Fset, p.Types); err != nil {
			return err
		}
		s.Types = types.Bytes()
	}
	var out bytes.Buffer
	if err := gob.NewEncoder(&out).Encode(s); err != nil {
		return err
	}
	return os.WriteFile(u.VetxOutput, out.Bytes(), 0o666)
}
