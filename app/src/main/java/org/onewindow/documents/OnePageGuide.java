package org.onewindow.documents;

/**
 * 明白卡 (K9): one page, with a flow chart drawn from the steps.
 *
 * @param head the usual
 * @param content what it says
 */
public record OnePageGuide(Head head, GuideContent content) implements DocumentModel {}
