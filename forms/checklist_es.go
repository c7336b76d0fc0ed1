package forms

func checklistSpanish() checklistWords { return checklistEnglish() }
