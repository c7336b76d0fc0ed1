package rules_test

import (
	"reflect"

	"expunge/petition"
)

// Words, sections and days that the law tells apart, for cases made by chance.
var (
	madeOffenses = []string{
		"", "grand larceny", "DUI first offense", "armed robbery", "attempted burglary", "conspiracy to commit murder", "attempted murder",
		"speeding", "possession of marijuana", "trafficking, 3 kilograms", "burglary of a dwelling", "reckless driving", "failure to report arson",
	}
	madeSections = []string{
		"", "97-17-41", "97-17-1", "97-17-3", "97-3-7", "97-3-7(2)(a)", "97-3-65", "97-3-65(1)", "97-3-71", "97-3-73", "97-1-7", "97-1-1", "97-5-33",
		"63-11-30", "63-11-30(2)(a)", "63-11-30(2)(c)", "63-11-30(5)", "63-3-501", "41-29-139", "41-29-139(c)", "41-29-139(c)(2)(A)", "41-29-139(f)",
		"67-3-70", "67-3-70(1)", "67-3-70(3)", "97-29-51", "97-29-61", "97-29-63", "97-23-19", "97-3-54.1", "97-37-5", "43-47-18", "99-19-71", "99-19-71(1)",
		"99-19-71(2)(a)", "99-19-71(4)", "99-15-26", "99-15-57", "99-15-123", "9-23-23", "41-29-150(d)", "21-23-7(13)", "97-45-27", "18 U.S.C. 922", "12-34-56",
	}
	madeDays = []petition.Date{
		{},
		petition.UnknownDate(), petition.NewDate(2000, 2, 29), petition.NewDate(2012, 6, 30), petition.NewDate(2014, 6, 30), petition.NewDate(2014, 7, 1),
		petition.NewDate(2016, 3, 2), petition.NewDate(2019, 6, 30), petition.NewDate(2019, 7, 1), petition.NewDate(2021, 6, 28), petition.NewDate(2022, 1, 15),
		petition.NewDate(2023, 6, 30), petition.NewDate(2024, 2, 29), petition.NewDate(2025, 12, 1), petition.NewDate(2026, 6, 30), petition.NewDate(2026, 7, 1),
		petition.NewDate(2026, 11, 13), petition.NewDate(2026, 11, 20), petition.NewDate(2026, 12, 4), petition.NewDate(2027, 12, 31), petition.NewDate(2028, 2, 29),
	}
	madeLabels = []string{"", "A", " a ", "B", "other event"}
	madeStates = []string{"", "MS", "TX"}
)

// madeCase builds a case by chance out of the cases given: some of their charges in one
// file, a few of its facts changed. choose returns a number below n.
func madeCase(choose func(n int) int, from []petition.Case) petition.Case {
	c := from[choose(len(from))]
	c.Charges = append([]petition.Charge(nil), c.Charges...)
	for range choose(5) {
		if other := from[choose(len(from))]; len(other.Charges) > 0 {
			c.Charges = append(c.Charges, other.Charges[choose(len(other.Charges))])
		}
	}
	for range choose(3) {
		other := from[choose(len(from))].Record
		c.Record.OtherConvictions = append(append([]petition.OtherConviction(nil), c.Record.OtherConvictions...), other.OtherConvictions...)
		c.Record.EarlierRelief = append(append([]petition.EarlierRelief(nil), c.Record.EarlierRelief...), other.EarlierRelief...)
		c.Record.PendingCharges = append(append([]petition.PendingCharge(nil), c.Record.PendingCharges...), other.PendingCharges...)
	}
	if choose(2) == 0 {
		c.Record.Complete = petition.Yes
	}
	for range choose(8) {
		changeFact(choose, reflect.ValueOf([]any{&c.Charges, &c.Charges, &c.Record, &c.Filing, &c}[choose(5)]).Elem())
	}
	return c
}

// changeFact gives one fact somewhere under v another value. Lists are copied first, so
// that the case they were taken from keeps its own.
func changeFact(choose func(n int) int, v reflect.Value) {
	if made, ok := madeValue(choose, v.Interface()); ok {
		v.Set(reflect.ValueOf(made).Convert(v.Type()))
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		if n := v.Len(); n > 0 {
			own := reflect.MakeSlice(v.Type(), n, n)
			reflect.Copy(own, v)
			v.Set(own)
			changeFact(choose, v.Index(choose(n)))
		}
	case reflect.Struct:
		var open []reflect.Value
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("fact") != "" {
				open = append(open, v.Field(i))
			}
		}
		if len(open) > 0 {
			changeFact(choose, open[choose(len(open))])
		}
	default:
	}
}

// madeValue returns a value for a fact of the kind of old, if facts of that kind bear on an answer.
func madeValue(choose func(n int) int, old any) (made any, ok bool) {
	switch old := old.(type) {
	case petition.Date:
		return madeDays[choose(len(madeDays))], true
	case petition.Section:
		return petition.ParseSection(madeSections[choose(len(madeSections))]), true
	case petition.Money:
		return petition.Money{Cents: int64(choose(2)) * 4200}, true
	case petition.BAC:
		return []petition.BAC{{}, {NoResult: true}, {Known: true, Value: 15900}, {Known: true, Value: 16000}}[choose(4)], true
	case petition.Answer:
		return petition.Answer(choose(4)), true
	case interface{ Values() []string }:
		values := append([]string{""}, old.Values()...)
		return values[choose(len(values))], true
	case string:
		lists := [][]string{madeOffenses, madeLabels, madeStates}
		list := lists[choose(len(lists))]
		return list[choose(len(list))], true
	}
	return nil, false
}
