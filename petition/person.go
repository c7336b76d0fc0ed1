package petition

import "strings"

// Person is the petitioner.
type Person struct {
	Name        Name     `fact:"name"`
	OtherNames  []string `fact:"other_names" label:"Other names on the record" validate:"max=20,dive,max=120"`
	DateOfBirth Date     `fact:"date_of_birth" label:"Date of birth"`
	Address     Address  `fact:"address"`
	Phone       string   `fact:"phone" label:"Telephone" validate:"omitempty,phone"`
	Email       string   `fact:"email" label:"E-mail" validate:"omitempty,email,max=200"`
	Language    Language `fact:"language" label:"Language of the summary"`
	// SSN, StateID, Race and Sex reach the confidential sheet and no other paper.
	SSN     string  `fact:"ssn" label:"Social Security number" validate:"omitempty,socialsecurity"`
	StateID string  `fact:"state_id" label:"State identification number" validate:"max=40,omitempty,stateid"`
	Race    string  `fact:"race" label:"Race as on the record" validate:"max=60"`
	Sex     string  `fact:"sex" label:"Sex as on the record" validate:"max=40"`
	Counsel Counsel `fact:"counsel"`
}

// Name is a person's name in the parts a court form asks for.
type Name struct {
	First  string `fact:"first" label:"First name" validate:"max=80"`
	Middle string `fact:"middle" label:"Middle name" validate:"max=80"`
	Last   string `fact:"last" label:"Last name" validate:"max=80"`
	Suffix string `fact:"suffix" label:"Suffix" validate:"max=20"`
}

// Full returns the name as it is written on paper, "José Nuñez-O'Brien III", or
// the empty string when no part is known.
func (n Name) Full() string {
	return strings.Join(strings.Fields(strings.Join([]string{n.First, n.Middle, n.Last, n.Suffix}, " ")), " ")
}

// IsComplete reports whether both the first and the last name are known.
func (n Name) IsComplete() bool { return n.First != "" && n.Last != "" }

// Address is a postal address.
type Address struct {
	Street string `fact:"street" label:"Street" validate:"max=120"`
	City   string `fact:"city" label:"City" validate:"max=80"`
	State  string `fact:"state" label:"State" validate:"omitempty,usstate"`
	ZIP    string `fact:"zip" label:"ZIP code" validate:"omitempty,zip"`
	County string `fact:"county" label:"County" validate:"max=60"`
}

// IsZero reports whether nothing of the address is known.
func (a Address) IsZero() bool { return a == Address{} }

// Counsel is the lawyer of record. The zero value means the petitioner is self-represented.
type Counsel struct {
	Name      string  `fact:"name" label:"Lawyer's name" validate:"max=120"`
	BarNumber string  `fact:"bar_number" label:"Mississippi Bar number" validate:"max=20"`
	Firm      string  `fact:"firm" label:"Firm or organization" validate:"max=120"`
	Address   Address `fact:"address"`
	Phone     string  `fact:"phone" label:"Telephone" validate:"omitempty,phone"`
	Email     string  `fact:"email" label:"E-mail" validate:"omitempty,email,max=200"`
}

// IsZero reports whether no lawyer is named, so that the petitioner appears without counsel.
func (c Counsel) IsZero() bool { return c == Counsel{} }
