package ciotest

import "cmp"

// mergeOf merges as a request of either version of the Track API asks for.
func (r *registry) mergeOf(request map[string]any) *defect {
	primary, wrong := identifierOf(request["primary"], "primary")
	if wrong != nil {
		return wrong
	}
	secondary, wrong := identifierOf(request["secondary"], "secondary")
	if wrong != nil {
		return wrong
	}
	r.merge(primary, secondary)
	return nil
}

// merge gives the primary person the events of the secondary, and the identifiers and attributes that the primary lacks,
// and takes the secondary away. If there is only one of them, nothing happens.
func (r *registry) merge(primary, secondary identifier) {
	kept, gone := r.byName[primary.name], r.byName[secondary.name]
	if kept == nil || gone == nil || kept == gone {
		return
	}
	r.detach(gone)
	kept.ID, kept.Email = cmp.Or(kept.ID, gone.ID), cmp.Or(kept.Email, gone.Email)
	missing := map[string]any{}
	for key, value := range gone.Attributes {
		isAnothers := key == "id" && value != kept.ID || key == "email" && value != kept.Email
		if present := kept.Attributes[key]; (present == nil || present == "") && !isAnothers {
			missing[key] = value
		}
	}
	r.set(kept, missing)
	kept.Events = append(kept.Events, gone.Events...)
}
