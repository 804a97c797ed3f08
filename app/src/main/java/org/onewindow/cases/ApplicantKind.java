package org.onewindow.cases;

/** Whether a person or an organisation applies. */
public enum ApplicantKind {
    PERSON,
    ORGANISATION
}
