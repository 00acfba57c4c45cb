/**
 * How much it says about an answer that it holds a word of the question. Words that nearly every page of an event uses, and verbs of asking and
 * moving, say little; everything else counts fully. Lower-case words, stemmed on loading.
 */
export const genericWords = `event events conference conferences festival convention congress summit meetup hackathon marathon race fair show gathering attend attending attendee attendees
  participant participants participate visitor visitors guest guests people person persons everyone everybody someone anyone somebody anybody folks friend friends team organizer organizers organiser organisers staff
  year edition time times place thing things something anything day days site website page online info information detail details question questions kind type sort part way option options
  ticket tickets join joining come coming go going get getting take taking have having happen happens happening place held hold holding use using work works working do does doing make making
  there here place actual actually exactly current currently new now still yet already again also only just really even ever main whole entire different other another same own
  possible allowed ok okay fine normal regular usual general available provide provided offer offered include included look looking see find know plan planning expect expected
  event's conference's venue`;

/** Verbs and adverbs of everyday speech that pages put in other words. */
export const colloquialWords = `come came bring brought carry give gave given put leave let show shows showing turn start starts end ends run runs running pay paid cost costs
  tell said say ask asking write writing send sent mail contact reach speak talk want wants wanna need needs needed should must try trying help helps helping keep keeps sit stand stay staying sleep walk walking
  drive driving eat eating drink drinking feed fed buy buying bought sell get got cheap cheaper cheapest expensive close closer closest near nearest nearby far big small early earlier late later long short
  best good better nice easy quick quickly fast free full own alone along together inside outside around back away home once twice per each every few bunch lots
  mate mother father mum mom dad wife husband boyfriend girlfriend boss colleague mate son daughter grandma partner buddy guy guys girl boy man woman
  already forgot forget heard hear miss missed missing lost late afraid hope hoping love like prefer hate wonder wondering think thought sure maybe probably possibly definitely certain certainly
  bit little much many more most less least several some any enough too very quite pretty rather anyway anyhow else instead rest next last first second this that`;
