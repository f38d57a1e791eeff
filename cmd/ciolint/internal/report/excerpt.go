package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/source"
	"github.com/ciolint/ciolint/internal/catalog"
)

// indent stands below the bar of excerpts.
const indent = "      "

// cell is a character of an excerpt, as wide as a terminal shows it.
type cell struct {
	text   string
	width  int
	marked bool // between Pos and End of the finding
}

// excerpt writes the line that a finding is on, and marks the finding below
// it. A line that is not there any more is left out.
func (w *writer) excerpt(f Finding) {
	rule, _ := catalog.Find(f.Rule)
	pieces, ok := w.src.Line(f.Pos.Filename, f.Pos.Line, f.Pos.Column, rule.Secret)
	if !ok || f.Pos.Column < 1 {
		return
	}
	start, end := f.Pos.Column-1, f.Extent().Column-1
	if f.Extent().Line > f.Pos.Line {
		end = math.MaxInt // the rest of the line
	}
	cells := cellsOf(near(pieces, start), start, max(end, start+1))
	first, last := marked(cells)
	if first < 0 {
		return // the file has changed
	}
	cells = window(cells, first, last, w.columns())
	var line, marks strings.Builder
	seen := false
	for _, c := range cells {
		line.WriteString(c.text)
		mark := " "
		switch {
		case c.marked && !seen:
			mark, seen = "^", true
		case c.marked:
			mark = "~"
		}
		marks.WriteString(mark + strings.Repeat(map[bool]string{false: " ", true: "~"}[c.marked], max(c.width-1, 0)))
	}
	fmt.Fprintf(&w.out, "%s %s\n", w.paint(faint, fmt.Sprintf("%5d |", f.Pos.Line)), strings.TrimRight(line.String(), " "))
	fmt.Fprintf(&w.out, "%s %s\n", w.paint(faint, indent+"|"), w.paint(levelColor(f), strings.TrimRight(marks.String(), " ")))
}

func (w *writer) columns() int {
	const usual, least, bar = 100, 40, len(indent) + 2
	if w.Width <= 0 {
		return usual - bar
	}
	return max(w.Width, least) - bar
}

// near leaves out what is too far from a place to be seen in any terminal, so
// that a generated line of megabytes costs no more than another.
func near(pieces []source.Piece, at int) []source.Piece {
	const far = 1 << 14
	var out []source.Piece
	for _, p := range pieces {
		if p.End <= at-far || p.Start >= at+far {
			continue
		}
		if p.Exact {
			lo, hi := max(p.Start, at-far), min(p.End, at+far)
			p = source.Piece{Text: p.Text[lo-p.Start : hi-p.Start], Start: lo, End: hi, Exact: true}
		}
		out = append(out, p)
	}
	return out
}

// cellsOf turns a line into cells and marks those of the bytes [start, end).
func cellsOf(pieces []source.Piece, start, end int) []cell {
	var cells []cell
	width := 0
	add := func(text string, n int, mark bool) {
		cells = append(cells, cell{text, n, mark})
		width += n
	}
	for _, p := range pieces {
		for i, r := range p.Text {
			mark := start < p.End && p.Start < end
			if at := p.Start + i; p.Exact {
				mark = start <= at && at < end
			}
			if r == '\t' {
				const tab = 4
				add(strings.Repeat(" ", tab-width%tab), tab-width%tab, mark)
				continue
			}
			text := printable(string(r))
			n := runewidth.RuneWidth([]rune(text)[0])
			if n == 0 && len(cells) > 0 { // it goes on top of the one before
				cells[len(cells)-1].text += text
				continue
			}
			add(text, n, mark)
		}
	}
	return cells
}

// marked returns the first and the last marked cell, or -1.
func marked(cells []cell) (first, last int) {
	first, last = -1, -1
	for i, c := range cells {
		if !c.marked {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	return first, last
}

// window cuts a line that is wider than limit so that the mark's beginning, and
// as much of the mark as there is room for, is seen.
func window(cells []cell, first, last, limit int) []cell {
	total := 0
	for _, c := range cells {
		total += c.width
	}
	if total <= limit {
		return cells
	}
	// Grow from the mark's beginning: the mark first, then both sides in turn.
	lo, hi, width := first, first+1, cells[first].width
	room := limit - 2 // for what stands for the rest
	for hi <= last && width+cells[hi].width <= room {
		width += cells[hi].width
		hi++
	}
	for grown := true; grown; {
		grown = false
		if lo > 0 && width+cells[lo-1].width <= room {
			lo--
			width += cells[lo].width
			grown = true
		}
		if hi < len(cells) && width+cells[hi].width <= room {
			width += cells[hi].width
			hi++
			grown = true
		}
	}
	rest := cell{text: "…", width: 1}
	var out []cell
	if lo > 0 {
		out = append(out, rest)
	}
	out = append(out, cells[lo:hi]...)
	if hi < len(cells) {
		out = append(out, rest)
	}
	return out
}
