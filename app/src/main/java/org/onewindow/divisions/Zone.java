package org.onewindow.divisions;

/** A zone of the hall, a letter on the signs; its windows' numbers begin with its code. */
public record Zone(String code, String name) {}
