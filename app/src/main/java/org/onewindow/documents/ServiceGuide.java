package org.onewindow.documents;

/**
 * 服务指南 (K9).
 *
 * @param head the usual
 * @param content what it says
 */
public record ServiceGuide(Head head, GuideContent content) implements DocumentModel {}
