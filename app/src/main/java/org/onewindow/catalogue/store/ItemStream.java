package org.onewindow.catalogue.store;

/** An item's stream in the journal, and how many events are in it. */
public record ItemStream(long stream, int events) {}
