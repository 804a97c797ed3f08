package org.onewindow.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the head and foot of a page show. Templates find it as {@code frame}.
 *
 * @param path the page's own path, to mark the entry of the navigation that one is in
 * @param care whether the large-type, high-contrast care mode (关怀版) is on
 * @param careSwitch address of this page with care mode the other way
 * @param otherLanguage tag of the language one can switch to
 * @param languageSwitch address of this page in that language
 * @param county name of the county whose centre this is; null before set-up
 * @param person name of the signed-in member of staff; null for the public
 * @param manages whether the management pages are anything to them
 * @param places windows and bodies whose posts they hold, as shown beside the name
 */
record Frame(
        String path,
        boolean care,
        String careSwitch,
        String otherLanguage,
        String languageSwitch,
        @Nullable String county,
        @Nullable String person,
        boolean manages,
        List<String> places) {}
