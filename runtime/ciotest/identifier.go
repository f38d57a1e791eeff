package ciotest

import "strings"

// An identifier names a person.
type identifier struct {
	kind string // id, email or cio_id
	name string // as in a path of the Track API: an internal id begins with cio_
}

// byShape judges an identifier as the Track API does one in a path.
func byShape(name string) identifier {
	switch {
	case strings.HasPrefix(name, "cio_"):
		return identifier{"cio_id", name}
	case strings.Contains(name, "@"):
		return identifier{"email", name}
	}
	return identifier{"id", name}
}

// identifierOf reads an object with one identifier in it, such as {"id": "user_1"}. Field is where the object stands.
func identifierOf(value any, field string) (identifier, *defect) {
	object, _ := value.(map[string]any)
	if len(object) != 1 {
		return identifier{}, invalid(field, "must have exactly one of id, email and cio_id")
	}
	for kind, value := range object {
		name, ok := value.(string)
		switch {
		case !ok || name == "":
			return identifier{}, invalid(field+"."+kind, "must be a text, and not empty")
		case kind == "id" || kind == "email":
			return identifier{kind, name}, nil
		case kind == "cio_id":
			return identifier{kind, "cio_" + name}, nil
		}
	}
	return identifier{}, invalid(field, "must be by id, email or cio_id: nothing else is an identifier in this workspace")
}
