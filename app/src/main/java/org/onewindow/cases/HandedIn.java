package org.onewindow.cases;

import org.onewindow.catalogue.ItemVersion.MaterialForm;

/**
 * A paper that was handed in (C2).
 *
 * @param name its name as on the version's list
 * @param form the form it came in
 * @param copies how many
 * @param pages how many pages each
 */
public record HandedIn(String name, MaterialForm form, int copies, int pages) {}
