package org.onewindow.documents;

import java.time.LocalDate;

/**
 * A paper that may follow, and until when (C16).
 *
 * @param material its name
 * @param dueOn the last day for it
 */
public record PromisedPaper(String material, LocalDate dueOn) {}
